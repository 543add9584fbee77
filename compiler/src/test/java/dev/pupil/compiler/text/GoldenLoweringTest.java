package dev.pupil.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.Way;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What examples are lowered to, word for word: a sequence's instructions, a machine's automaton. After a change that is
 * meant to change them, run this test with {@code -Dpupil.golden=write}, read the difference, and keep it if it is what
 * was meant.
 */
class GoldenLoweringTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Path FOLDER = Path.of("src", "test", "resources", "lowered");
    private static final boolean IS_WRITING = "write".equals(System.getProperty("pupil.golden"));

    @ParameterizedTest
    @ValueSource(strings = {"nearest", "pair", "perceptron"})
    void sequencesHaveTheirInstructions(String example) throws DiagnosticException, IOException {
        Way way = lower(example).way();

        assertThat(way).isInstanceOf(Way.Sequence.class);
        assertPrinted(example, ScheduleText.print(((Way.Sequence) way).schedule()));
    }

    @ParameterizedTest
    @ValueSource(strings = "increment")
    void machinesHaveTheirAutomaton(String example) throws DiagnosticException, IOException {
        assertPrinted(example, AutomatonText.print(lower("machines/" + example).automaton()));
    }

    private static Lowering lower(String example) throws DiagnosticException, IOException {
        return Compiler.lower(Compiler.definition(SourceReader.read(EXAMPLES.resolve(example + ".pupil"))));
    }

    private static void assertPrinted(String example, String text) throws IOException {
        Path file = FOLDER.resolve(example + ".txt");
        if (IS_WRITING) {
            Files.writeString(file, text);
        }
        assertThat(file).content().isEqualTo(text);
    }
}
