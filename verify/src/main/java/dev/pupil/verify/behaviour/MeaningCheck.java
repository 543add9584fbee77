package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.AutomatonPredictor;
import dev.pupil.verify.trial.CrossCheck;
import dev.pupil.verify.trial.DataShrinker;
import dev.pupil.verify.trial.Disagreement;
import dev.pupil.verify.trial.ExhaustiveData;
import dev.pupil.verify.trial.RandomData;
import dev.pupil.verify.trial.ReferencePredictor;
import dev.pupil.verify.trial.Trial;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * V6: the automaton predicts what the program means, as the interpreter executes it: on all data at small sizes, on random
 * data at larger ones. What it finds wrong it makes as small as it can.
 */
public final class MeaningCheck implements Check {
    /**
     * How much is compared.
     *
     * @param work of the exhaustive part, see {@link SmallSizes}
     * @param trials random data sets at each of {@code large}
     * @param queries to each of them
     * @param large sizes
     */
    private record Amount(double work, int trials, int queries, ImmutableList<Sizes> large) {
        static Amount of(Settings settings) {
            ImmutableList<Sizes> medium =
                    ImmutableList.of(new Sizes(5, 4), new Sizes(3, 12), new Sizes(9, 3), new Sizes(8, 8));
            ImmutableList<Sizes> large = ImmutableList.<Sizes>builder()
                    .addAll(medium)
                    .add(new Sizes(24, 24), new Sizes(7, 40), new Sizes(40, 7))
                    .build();
            return switch (settings.effort()) {
                case QUICK -> new Amount(2e7, 2, 4, medium);
                case STANDARD -> new Amount(1e8, 4, 8, large);
                case THOROUGH -> new Amount(2e10, 100, 16, large);
            };
        }
    }

    @Override
    public Conclusion check(Subject subject, Settings settings) {
        Automaton automaton = subject.automaton();
        CrossCheck check =
                new CrossCheck(new ReferencePredictor(subject.lowering().program()), new AutomatonPredictor(automaton));
        Amount amount = Amount.of(settings);

        ImmutableList<Sizes> small = SmallSizes.within(amount.work, automaton);
        CrossCheck.Result all = check.run(small.stream().flatMap(ExhaustiveData::trials));
        if (all.disagreement().isPresent()) {
            return refuted(check, all.disagreement().get());
        }
        Evidence exhausted = new Evidence(
                Strength.EXHAUSTED,
                "all data sets and queries with %s: the automaton predicts what the program does"
                        .formatted(SizeText.of(small)),
                all.compared(),
                "predictions");

        CrossCheck.Result random = check.run(random(amount, settings.seed()));
        return random.disagreement()
                .map(found -> refuted(check, found, exhausted))
                .orElseGet(() -> Conclusion.holds(exhausted, tested(amount, settings, random.compared())));
    }

    private static Stream<Trial> random(Amount amount, long seed) {
        RandomData data = new RandomData(new SplittableRandom(seed));
        return amount.large.stream()
                .flatMap(sizes -> data.trials(sizes, amount.queries).limit(amount.trials));
    }

    private static Evidence tested(Amount amount, Settings settings, long compared) {
        return new Evidence(
                Strength.TESTED,
                "%s random data sets of seed %s at each of the sizes m×d = %s: the same"
                        .formatted(amount.trials, settings.seed(), SizeText.list(amount.large)),
                compared,
                "predictions");
    }

    private static Conclusion refuted(CrossCheck check, Disagreement found, Evidence... before) {
        return Conclusion.refuted(Counterexample.of(DataShrinker.smallest(check, found)), before);
    }
}
