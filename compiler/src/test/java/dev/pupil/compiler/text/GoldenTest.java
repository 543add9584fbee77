package dev.pupil.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Way;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each stage makes of a program, word for word: each folder {@code golden/NAME} holds {@code program.pupil}
 * and the texts of the stages. After a change that is meant to change them, run this test with
 * {@code -Dpupil.golden=write}, read the difference, and keep it if it is what was meant. To add a program, put
 * it into a folder of its own and write.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final boolean IS_WRITING = "write".equals(System.getProperty("pupil.golden"));

    private static final String PROGRAM = "program.pupil";

    private static final ImmutableMap<String, Function<Compilation, String>> STAGES = ImmutableMap.of(
            "passes.txt", compilation -> PassesText.print(((Way.Waves) compilation.way()).passes()),
            "automaton.txt", compilation -> AutomatonText.print(compilation.automaton()),
            "circuit.txt", compilation -> CircuitText.print(compilation.circuit()),
            "filter.txt", compilation -> FilterText.print(compilation.filter()));

    static Stream<String> programs() {
        return list(FOLDER).stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyStagePrintsAsItDid(String program) throws DiagnosticException, IOException {
        Compilation compilation =
                Compiler.compile(SourceReader.read(FOLDER.resolve(program).resolve(PROGRAM)));
        for (Map.Entry<String, Function<Compilation, String>> stage : STAGES.entrySet()) {
            Path file = FOLDER.resolve(program).resolve(stage.getKey());
            String text = stage.getValue().apply(compilation);
            if (IS_WRITING) {
                Files.writeString(file, text);
            }
            assertThat(file).content().isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyFileBelongsToAStage(String program) {
        assertThat(list(FOLDER.resolve(program)))
                .contains(PROGRAM)
                .filteredOn(file -> !file.equals(PROGRAM))
                .containsExactlyInAnyOrderElementsOf(STAGES.keySet());
    }

    private static List<String> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
