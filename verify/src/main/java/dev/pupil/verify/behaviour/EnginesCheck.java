package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.verify.behaviour.EngineTrials.Result;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.Disagreement;
import dev.pupil.verify.trial.RandomData;
import dev.pupil.verify.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * V8: all engines predict what the program does: those that execute the file's weights ({@code bits}, {@code nd4j},
 * {@code onnx}), and those that execute the program in the file ({@code automaton}, {@code reference}). An engine that
 * refuses to predict disagrees; one that can't be started on this machine leaves the question open.
 */
public final class EnginesCheck implements Check {
    /** What each engine may be asked, see {@link Work}. */
    private static final double MOST_WORK = 4e9;

    private final ImmutableList<EngineKind> engines;

    /** A check of all engines. */
    public EnginesCheck() {
        this(ImmutableList.copyOf(EngineKind.values()));
    }

    /** A check of some engines only. */
    EnginesCheck(ImmutableList<EngineKind> engines) {
        this.engines = engines;
    }

    /**
     * How much is predicted.
     *
     * @param trials random data sets at each size
     * @param queries to each of them
     * @param sizes the small ones first
     */
    private record Amount(int trials, int queries, ImmutableList<Sizes> sizes) {
        static Amount of(Settings settings) {
            ImmutableList<Sizes> few = ImmutableList.of(new Sizes(1, 2), new Sizes(3, 4));
            ImmutableList<Sizes> some = ImmutableList.of(
                    new Sizes(1, 1),
                    new Sizes(2, 3),
                    new Sizes(4, 2),
                    new Sizes(5, 6),
                    new Sizes(3, 12),
                    new Sizes(10, 9));
            return switch (settings.effort()) {
                case QUICK -> new Amount(1, 8, few);
                case STANDARD -> new Amount(1, 16, some);
                case THOROUGH -> new Amount(20, 64, some);
            };
        }

        Amount within(Work work, Settings settings) {
            return new Amount(
                    trials,
                    queries,
                    work.affordable(sizes, each -> trials * queries, Work.within(MOST_WORK, settings)));
        }

        List<Trial> random(long seed) {
            RandomData data = new RandomData(new SplittableRandom(seed));
            return sizes.stream()
                    .flatMap(each -> data.trials(each, queries).limit(trials))
                    .toList();
        }
    }

    @Override
    public Conclusion check(Subject subject, Settings settings) {
        Amount amount = Amount.of(settings).within(Work.of(subject), settings);
        List<Result> results = new EngineTrials(subject, amount.random(settings.seed())).run(engines);
        ImmutableList.Builder<Evidence> evidence = ImmutableList.builder();
        List<Verdict> refuted = new ArrayList<>();
        List<Verdict> open = new ArrayList<>();
        for (Result result : results) {
            switch (result) {
                case Result.Agrees agrees -> evidence.add(evidence(agrees, amount, settings));
                case Result.Disagrees disagrees -> refuted.add(refuted(disagrees.disagreement()));
                case Result.Missing missing -> open.add(new Verdict.Undecided(missing.reason()));
            }
        }
        return new Conclusion(
                evidence.build(),
                Stream.concat(refuted.stream(), open.stream()).findFirst().orElseGet(Verdict.Holds::new));
    }

    private static Verdict refuted(Disagreement found) {
        return new Verdict.Refuted(Counterexample.of(found));
    }

    private static Evidence evidence(Result.Agrees agrees, Amount amount, Settings settings) {
        return new Evidence(
                Strength.TESTED,
                "random data of seed %s at each of the sizes m×d = %s: engine %s predicts what the program does"
                        .formatted(settings.seed(), SizeText.list(amount.sizes), agrees.engine()),
                agrees.predictions(),
                "predictions");
    }
}
