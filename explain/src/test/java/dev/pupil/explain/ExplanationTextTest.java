package dev.pupil.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said of the examples, word for word. After a change that is meant to change it, run this test with
 * {@code -Dpupil.golden=write}, read the difference, and keep it if it is what was meant.
 */
final class ExplanationTextTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "explain");
    private static final boolean IS_WRITING = "write".equals(System.getProperty("pupil.golden"));

    @ParameterizedTest
    @ValueSource(strings = {"parity", "stump", "xor"})
    void examplesAreExplainedAsTheyWere(String name) throws IOException {
        String text = ExplanationText.of(Explainer.explain(ExampleFiles.compiled(name)));

        Path file = FOLDER.resolve(name + ".txt");
        if (IS_WRITING) {
            Files.writeString(file, text);
        }
        assertThat(file).content().isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "dictator", "disjunction", "duet", "parity", "stump", "xor"})
    void noLineIsLongerThanAPage(String name) {
        String text = ExplanationText.of(Explainer.explain(ExampleFiles.compiled(name)));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }
}
