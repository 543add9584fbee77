package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Stopwatch;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.bits.BitsEngine;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.network.Nd4jEngine;
import dev.pupil.verify.trial.random.FreeProgramGenerator;
import dev.pupil.verify.trial.random.ProgramGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Programs that nobody chose. The system properties {@code pupil.random.seed} and {@code pupil.random.programs} select
 * others, and more; {@code pupil.random.seconds} is how long each test may go on. What was tried is printed.
 */
class RandomProgramsTest {
    private static final long FIRST = Long.getLong("pupil.random.seed", 1);
    private static final int PROGRAMS = Integer.getInteger("pupil.random.programs", 800);
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("pupil.random.seconds", 60));
    private static final int NETWORKS = 4;
    private static final int TRIALS = 8;

    /** What makes programs: of waves, near misses among them, or of everything. */
    enum Generator {
        WAVES(ProgramGenerator::program),
        WHOLE_LANGUAGE(FreeProgramGenerator::program);

        private final LongFunction<String> programs;

        Generator(LongFunction<String> programs) {
            this.programs = programs;
        }

        String program(long seed) {
            return programs.apply(seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCheckerAcceptsPredictsWhatItMeansOrIsRefused(Generator generator) {
        Stopwatch time = Stopwatch.createStarted();
        int accepted = 0;
        int lowered = 0;
        long seed = FIRST;
        while (seed < FIRST + PROGRAMS && time.elapsed().compareTo(TIME) < 0) {
            String text = generator.program(seed);
            if (isAccepted(text)) {
                accepted++;
                Optional<Lowering> lowering = lower(text);
                if (lowering.isPresent()) {
                    lowered++;
                    long chosen = seed;
                    assertThat(disagreement(lowering.get(), randomTrials(seed)))
                            .withFailMessage(
                                    () -> "%s, program %s:%n%s".formatted(generator, chosen, shrunk(text, chosen)))
                            .isEmpty();
                }
            }
            seed++;
        }
        System.out.printf(
                "%s, programs %d to %d: %d accepted by the checker, %d of them lowered, all as they mean%n",
                generator, FIRST, seed - 1, accepted, lowered);
        assertThat(lowered).as("programs that are lowered").isGreaterThan((int) (seed - FIRST) / 5);
    }

    @ParameterizedTest
    @EnumSource
    void theNetworkOfSomePredictsWhatTheProgramMeansAndIsRightOnBitsInEveryStep(Generator generator)
            throws DiagnosticException {
        int compared = 0;
        for (long seed = FIRST; compared < NETWORKS; seed++) {
            Source source = new Source("random.pupil", generator.program(seed));
            if (lower(source.text()).isPresent()) {
                Compilation compiled = Compiler.compile(source);
                WeightFile weights = new WeightFile(compiled.filter(), source, 1, Optional.empty());
                ReferencePredictor meaning = new ReferencePredictor(compiled.program());
                for (Engine engine : List.of(new Nd4jEngine(), new BitsEngine())) {
                    CrossCheck check = new CrossCheck(meaning, new EnginePredictor(engine, weights));
                    assertThat(check.run(randomTrials(seed)).disagreement())
                            .as("program %s:%n%s", seed, source.text())
                            .isEmpty();
                }
                FieldComparison fields = new FieldComparison(compiled);
                assertThat(randomTrials(seed).map(fields::difference))
                        .as("program %s:%n%s", seed, source.text())
                        .containsOnly(Optional.empty());
                compared++;
            }
        }
    }

    private static boolean isAccepted(String text) {
        try {
            Compiler.check(new Source("random.pupil", text));
            return true;
        } catch (DiagnosticException refused) {
            return false;
        }
    }

    /** The program lowered, if it can be. Anything but a diagnostic is a bug of the compiler and ends the test. */
    private static Optional<Lowering> lower(String text) {
        try {
            Program program = Compiler.check(new Source("random.pupil", text));
            return Optional.of(Compiler.lower(program));
        } catch (DiagnosticException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Disagreement> disagreement(Lowering lowering, Stream<Trial> trials) {
        return new CrossCheck(new ReferencePredictor(lowering.program()), new AutomatonPredictor(lowering.automaton()))
                .run(trials)
                .disagreement();
    }

    private static Stream<Trial> randomTrials(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomData data = new RandomData(random);
        return IntStream.range(0, TRIALS).mapToObj(i -> {
            Sizes sizes = new Sizes(1 + random.nextInt(i < 3 ? 2 : 6), 1 + random.nextInt(i < 3 ? 2 : 6));
            DataQueries queries = new DataQueries(data, sizes);
            return new Trial(data.training(sizes), queries.someOrAll());
        });
    }

    /** The program made small, with the smallest data on which it goes wrong. */
    private static String shrunk(String text, long seed) {
        ProgramShrinker shrinker = new ProgramShrinker(
                candidate -> smallDisagreement(candidate, seed).isPresent());
        String small = smallDisagreement(text, seed).isPresent() ? shrinker.shrink(text) : text;
        return small
                + smallDisagreement(small, seed).map(Disagreement::toString).orElse("");
    }

    private static Optional<Disagreement> smallDisagreement(String text, long seed) {
        Stream<Trial> small = Stream.of(new Sizes(1, 1), new Sizes(2, 1), new Sizes(1, 2), new Sizes(2, 2))
                .flatMap(ExhaustiveData::trials);
        return lower(text).flatMap(lowering -> disagreement(lowering, Stream.concat(small, randomTrials(seed))));
    }
}
