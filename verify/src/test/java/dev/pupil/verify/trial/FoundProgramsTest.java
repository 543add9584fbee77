package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that random ones have shrunk to, because the compiler once got them wrong; each says how. */
class FoundProgramsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "found");
    private static final List<Sizes> SMALL = List.of(new Sizes(1, 1), new Sizes(2, 1), new Sizes(1, 2));
    private static final List<Sizes> LARGER = List.of(
            new Sizes(2, 2), new Sizes(3, 2), new Sizes(2, 4), new Sizes(4, 3), new Sizes(9, 1), new Sizes(1, 8));

    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theAutomatonPredictsWhatTheProgramMeans(Path path) throws IOException, DiagnosticException {
        Source source = new Source(path.getFileName().toString(), Files.readString(path));
        Lowering lowering = Compiler.lower(Compiler.check(source));
        CrossCheck check = new CrossCheck(
                new ReferencePredictor(lowering.program()), new AutomatonPredictor(lowering.automaton()));
        RandomData data = new RandomData(new SplittableRandom(1));
        Stream<Trial> all = SMALL.stream().flatMap(ExhaustiveData::trials);
        Stream<Trial> some =
                LARGER.stream().flatMap(sizes -> data.trials(sizes, 4).limit(3));

        assertThat(check.run(Stream.concat(all, some)).disagreement()).isEmpty();
    }
}
