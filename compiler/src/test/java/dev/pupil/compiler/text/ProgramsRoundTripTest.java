package dev.pupil.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.Way;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stages of real programs parse back from their texts; of sequences the first ones, as the last take minutes. */
class ProgramsRoundTripTest {
    private static final List<Path> FOLDERS =
            List.of(Path.of("src", "test", "resources", "programs"), Path.of("..", "examples"));

    @Test
    void everyStageOfEveryProgramThatCompilesComesBack() throws IOException, StageTextException {
        List<String> compiled = new ArrayList<>();
        for (Path file : programs()) {
            Compilation compilation;
            try {
                Source source = SourceReader.read(file);
                Lowering lowering = Compiler.lower(Compiler.check(source));
                assertThat(AutomatonText.parse(AutomatonText.print(lowering.automaton())))
                        .isEqualTo(lowering.automaton());
                if (lowering.way() instanceof Way.Sequence) {
                    continue;
                }
                compilation = Compiler.compile(source);
            } catch (DiagnosticException refused) {
                continue;
            }
            compiled.add(compilation.program().name());
            assertComesBack(compilation);
        }
        assertThat(compiled).contains("parity", "conjunction", "stump");
    }

    private static void assertComesBack(Compilation compilation) throws StageTextException {
        if (compilation.way() instanceof Way.Waves waves) {
            assertThat(PassesText.parse(PassesText.print(waves.passes()))).isEqualTo(waves.passes());
        }
        assertThat(AutomatonText.parse(AutomatonText.print(compilation.automaton())))
                .isEqualTo(compilation.automaton());
        assertThat(CircuitText.parse(CircuitText.print(compilation.circuit()))).isEqualTo(compilation.circuit());
        assertThat(FilterText.parse(FilterText.print(compilation.filter()))).isEqualTo(compilation.filter());
    }

    private static List<Path> programs() throws IOException {
        List<Path> programs = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".pupil"))
                        .sorted()
                        .forEach(programs::add);
            }
        }
        return programs;
    }
}
