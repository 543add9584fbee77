package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Stopwatch;
import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.bits.BitsEngine;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.network.Nd4jEngine;
import dev.pupil.runtime.onnx.OnnxEngine;
import dev.pupil.verify.trial.ProgramTrial.Verdict;
import dev.pupil.verify.trial.random.Generator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Programs that nobody chose. The system properties {@code pupil.random.seed} and {@code pupil.random.programs} select
 * others, and more; {@code pupil.random.seconds} is how long each test may go on. What was tried is printed.
 */
class RandomProgramsTest {
    private static final long FIRST = Long.getLong("pupil.random.seed", 1);
    /** Fewer would not say what share of them is accepted. */
    private static final int FEWEST = 20;

    private static final int PROGRAMS = Integer.getInteger("pupil.random.programs", 10_000);
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("pupil.random.seconds", 8));
    private static final RandomTrials FOR_AUTOMATA = new RandomTrials(FIRST, 5, 2, 1_000_000);
    private static final RandomTrials FOR_NETWORKS = new RandomTrials(FIRST, 4, 4, 100_000);
    private static final List<Engine> EXACT = List.of(new BitsEngine(), new ReferenceEngine());
    private static final List<Engine> ALL =
            List.of(new BitsEngine(), new ReferenceEngine(), new OnnxEngine(), new Nd4jEngine());

    @ParameterizedTest
    @EnumSource
    void whatTheCheckerAcceptsPredictsWhatItMeansOrIsRefused(Generator generator) {
        Stopwatch time = Stopwatch.createStarted();
        ProgramTrial trial = new ProgramTrial(FOR_AUTOMATA);
        Multiset<String> refusals = TreeMultiset.create();
        int agreed = 0;
        long seed = FIRST;
        while (seed < FIRST + FEWEST || (seed < FIRST + PROGRAMS && isTimeLeft(time))) {
            String text = generator.program(seed);
            switch (trial.verdict(text)) {
                case Verdict.Agrees agrees -> agreed++;
                case Verdict.Refused refused -> refusals.add(refused.code());
                case Verdict.Differs differs -> fail(generator, seed, trial.fault(text));
                case Verdict.Breaks breaks -> fail(generator, seed, trial.fault(text));
            }
            seed++;
        }
        System.out.printf(
                "%s, programs %d to %d: %d predict what they mean, %d are refused: %s%n",
                generator, FIRST, seed - 1, agreed, refusals.size(), refusals);
        assertThat(agreed).as("programs that are lowered").isGreaterThan(refusals.size() / 2);
    }

    private static boolean isTimeLeft(Stopwatch time) {
        return time.elapsed().compareTo(TIME) < 0;
    }

    private static void fail(Generator generator, long seed, Optional<String> fault) {
        assertThat(fault).as("%s, program %s", generator, seed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"WAVES", "SHORT"})
    void theNetworkOfSomePredictsWhatTheProgramMeansAndIsRightOnBitsInEveryStep(Generator generator)
            throws DiagnosticException {
        Stopwatch time = Stopwatch.createStarted();
        int compared = 0;
        long seed = FIRST;
        while (compared == 0 || isTimeLeft(time)) {
            Source source = new Source("random.pupil", generator.program(seed));
            if (new ProgramTrial(FOR_AUTOMATA).verdict(source.text()) instanceof Verdict.Agrees) {
                compare(Compiler.compile(source), source);
                compared++;
            }
            seed++;
        }
        System.out.printf("%s, programs %d to %d: %d networks%n", generator, FIRST, seed - 1, compared);
    }

    private static void compare(Compilation compiled, Source source) {
        WeightFile weights = new WeightFile(compiled.filter(), source, 1, Optional.empty());
        ReferencePredictor meaning = new ReferencePredictor(compiled.program());
        for (Engine engine : ALL) {
            RandomTrials trials = EXACT.contains(engine) ? FOR_AUTOMATA : FOR_NETWORKS;
            CrossCheck check = new CrossCheck(meaning, new EnginePredictor(engine, weights));
            assertThat(check.run(trials.of(compiled.automaton().geometry())).disagreement())
                    .as("%s", source.text())
                    .isEmpty();
        }
        FieldComparison fields = new FieldComparison(compiled);
        assertThat(FOR_NETWORKS.of(compiled.automaton().geometry()).map(fields::difference))
                .as("%s", source.text())
                .allMatch(Optional::isEmpty);
    }
}
