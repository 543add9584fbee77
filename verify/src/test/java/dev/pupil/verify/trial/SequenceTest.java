package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.lower.processor.cells.AutomatonBuilder;
import dev.pupil.compiler.lower.processor.schedule.ProgramScheduler;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.bits.BitsEngine;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.network.Nd4jEngine;
import dev.pupil.verify.trial.random.ProgramGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs as sequences of instructions, also those that could be waves. */
class SequenceTest {
    private static final ImmutableList<Sizes> EXHAUSTED =
            ImmutableList.of(new Sizes(1, 1), new Sizes(1, 2), new Sizes(2, 1));
    private static final ImmutableList<Sizes> LARGER = ImmutableList.of(
            new Sizes(2, 2), new Sizes(1, 9), new Sizes(3, 1), new Sizes(5, 3), new Sizes(3, 6), new Sizes(7, 2));
    private static final ImmutableList<Sizes> FEW = ImmutableList.of(new Sizes(1, 1), new Sizes(1, 3), new Sizes(3, 2));
    private static final int RANDOM_PROGRAMS = 40;

    static List<Path> programs() throws IOException {
        return Programs.all();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theAutomatonPredictsWhatTheProgramMeans(Path path) throws IOException, DiagnosticException {
        CrossCheck check = check(Compiler.check(Programs.source(path)));
        RandomData data = new RandomData(new SplittableRandom(1));

        assertThat(check.run(EXHAUSTED.stream().flatMap(ExhaustiveData::trials)).disagreement())
                .isEmpty();
        assertThat(check.run(LARGER.stream()
                                .flatMap(sizes -> data.trials(sizes, 2).limit(1)))
                        .disagreement())
                .isEmpty();
    }

    @Test
    void theNetworkOfAPerceptronPredictsWhatItMeans() throws IOException, DiagnosticException {
        Source source = Programs.all().stream()
                .filter(path -> path.endsWith("perceptron.pupil"))
                .map(SequenceTest::source)
                .findFirst()
                .orElseThrow();
        Compilation compiled = Compiler.compile(source);
        WeightFile weights = new WeightFile(compiled.filter(), source, 1, Optional.empty());
        RandomData data = new RandomData(new SplittableRandom(1));

        for (Engine engine : List.of(new BitsEngine(), new Nd4jEngine())) {
            CrossCheck check =
                    new CrossCheck(new ReferencePredictor(compiled.program()), new EnginePredictor(engine, weights));
            Stream<Trial> trials = Stream.of(new Sizes(1, 1), new Sizes(2, 3), new Sizes(3, 4))
                    .flatMap(sizes -> data.trials(sizes, 4).limit(2));
            assertThat(check.run(trials).disagreement()).isEmpty();
        }
    }

    private static Source source(Path path) {
        try {
            return Programs.source(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void randomProgramsPredictWhatTheyMean() {
        int compared = 0;
        for (long seed = 1; compared < RANDOM_PROGRAMS; seed++) {
            Optional<CrossCheck> check = accepted(ProgramGenerator.program(seed));
            if (check.isPresent()) {
                RandomData data = new RandomData(new SplittableRandom(seed));
                Stream<Trial> trials =
                        FEW.stream().flatMap(sizes -> data.trials(sizes, 2).limit(2));
                assertThat(check.get().run(trials).disagreement())
                        .as("program %s", seed)
                        .isEmpty();
                compared++;
            }
        }
    }

    private static Optional<CrossCheck> accepted(String text) {
        try {
            return Optional.of(check(Compiler.check(new Source("random.pupil", text))));
        } catch (DiagnosticException refused) {
            return Optional.empty();
        }
    }

    private static CrossCheck check(Program program) throws DiagnosticException {
        return new CrossCheck(
                new ReferencePredictor(program),
                new AutomatonPredictor(AutomatonBuilder.build(ProgramScheduler.schedule(program))));
    }
}
