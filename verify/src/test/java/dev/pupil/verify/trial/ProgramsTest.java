package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.runtime.network.Nd4jEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that people wrote: all data at small sizes, random data at larger ones. */
class ProgramsTest {
    private static final ImmutableList<Sizes> SMALL = ImmutableList.of(
            new Sizes(1, 1),
            new Sizes(1, 2),
            new Sizes(1, 3),
            new Sizes(2, 1),
            new Sizes(2, 2),
            new Sizes(2, 3),
            new Sizes(3, 1),
            new Sizes(3, 2));
    private static final ImmutableList<Sizes> LARGE = ImmutableList.of(
            new Sizes(24, 60), new Sizes(24, 3), new Sizes(3, 60), new Sizes(11, 12), new Sizes(7, 20));

    @ParameterizedTest
    @MethodSource("lowered")
    void theAutomatonPredictsWhatTheProgramMeansOnAllSmallData(Path path) throws IOException {
        Lowering lowering = Programs.lowered(path).orElseThrow();

        assertThat(against(lowering)
                        .run(SMALL.stream().flatMap(ExhaustiveData::trials))
                        .disagreement())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lowered")
    void theAutomatonPredictsWhatTheProgramMeansOnLargeRandomData(Path path) throws IOException {
        Lowering lowering = Programs.lowered(path).orElseThrow();
        RandomData data = new RandomData(new SplittableRandom(1));

        assertThat(against(lowering)
                        .run(LARGE.stream()
                                .flatMap(sizes -> data.trials(sizes, 4).limit(3)))
                        .disagreement())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lowered")
    void theNetworkPredictsWhatTheProgramMeans(Path path) throws IOException, DiagnosticException {
        Compilation compiled = Compiler.compile(Programs.source(path));
        WeightFile weights = new WeightFile(compiled.filter(), Programs.source(path), 1, Optional.empty());
        CrossCheck check = new CrossCheck(
                new ReferencePredictor(compiled.program()), new EnginePredictor(new Nd4jEngine(), weights));
        RandomData data = new RandomData(new SplittableRandom(1));
        Stream<Trial> small = isExample(path)
                ? SMALL.stream().filter(sizes -> sizes.features() <= 2).flatMap(ExhaustiveData::trials)
                : SMALL.stream()
                        .flatMap(sizes -> Stream.generate(
                                        () -> new Trial(data.training(sizes), ExhaustiveData.queries(sizes.features())))
                                .limit(2));
        Stream<Trial> large = Stream.of(new Sizes(8, 4), new Sizes(12, 20))
                .flatMap(sizes -> data.trials(sizes, 8).limit(1));

        assertThat(check.run(Stream.concat(small, large)).disagreement()).isEmpty();
    }

    @Test
    void allExamplesCanBeLowered() throws IOException {
        for (Path path : Programs.all()) {
            if (isExample(path)) {
                assertThatCode(() -> Compiler.lower(Compiler.check(Programs.source(path))))
                        .as("%s", path)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static boolean isExample(Path path) {
        return path.startsWith(Path.of("..", "examples"));
    }

    static List<Path> lowered() throws IOException {
        List<Path> lowered = new ArrayList<>();
        for (Path path : Programs.all()) {
            if (Programs.lowered(path).isPresent()) {
                lowered.add(path);
            }
        }
        return lowered;
    }

    private static CrossCheck against(Lowering lowering) {
        return new CrossCheck(new ReferencePredictor(lowering.program()), new AutomatonPredictor(lowering.automaton()));
    }
}
