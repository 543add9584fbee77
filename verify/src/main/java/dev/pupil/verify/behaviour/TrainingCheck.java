package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.network.NetworkSizeException;
import dev.pupil.runtime.training.TrainingException;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.RandomData;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * V7: plain SGD with full back-propagation through all steps, on {@code nd4j} and the file's numbers, writes one example a
 * step into memory, as η·y·z, and then changes nothing any more; the filter stays as it is; and what is learned like this
 * predicts what the program does.
 */
public final class TrainingCheck implements Check {
    private static final int QUERIES = 8;

    /** What may be trained, see {@link Work}. */
    private static final double MOST_WORK = 3e9;

    private static ImmutableList<Sizes> sizes(Subject subject, Settings settings) {
        return Work.of(subject).affordable(wanted(settings), TrainingCheck::updates, Work.within(MOST_WORK, settings));
    }

    /** With the dummy example: memory is filled twice, and each example is learned twice again. */
    private static int updates(Sizes sizes) {
        return 4 * sizes.examples() + 3;
    }

    private static ImmutableList<Sizes> wanted(Settings settings) {
        return switch (settings.effort()) {
            case QUICK -> ImmutableList.of(new Sizes(2, 3));
            case STANDARD -> ImmutableList.of(new Sizes(2, 3), new Sizes(4, 2), new Sizes(6, 9));
            case THOROUGH ->
                ImmutableList.of(
                        new Sizes(1, 1),
                        new Sizes(2, 3),
                        new Sizes(4, 2),
                        new Sizes(3, 7),
                        new Sizes(6, 9),
                        new Sizes(16, 8),
                        new Sizes(12, 24),
                        new Sizes(24, 40));
        };
    }

    @Override
    public Conclusion check(Subject subject, Settings settings) {
        ImmutableList<Sizes> sizes = sizes(subject, settings);
        RandomData data = new RandomData(new SplittableRandom(settings.seed()));
        Sgd sgd = new Sgd(subject);
        try {
            for (Sizes each : sizes) {
                Optional<Counterexample> found =
                        sgd.watch(data.trials(each, QUERIES).findFirst().orElseThrow());
                if (found.isPresent()) {
                    return Conclusion.refuted(found.get());
                }
            }
            return holds(
                    sgd,
                    "random data of seed %s at each of the sizes m×d = %s"
                            .formatted(settings.seed(), SizeText.list(sizes)));
        } catch (NetworkSizeException tooLarge) {
            return Conclusion.undecided(tooLarge.reason());
        } catch (TrainingException impossible) {
            return Conclusion.undecided("" + impossible.getMessage());
        } catch (LinkageError missing) {
            return Conclusion.undecided("ND4J can't be loaded on this machine: " + missing);
        }
    }

    private static Conclusion holds(Sgd sgd, String data) {
        return Conclusion.holds(
                new Evidence(
                        Strength.TESTED,
                        "%s: each update by SGD writes its example as η·y·z into the first empty row and nothing else, with f(x) = 0 before it; largest deviation %s"
                                .formatted(data, sgd.deviation()),
                        sgd.updates(),
                        "updates"),
                new Evidence(
                        Strength.TESTED,
                        "once memory is full, the gradient is exactly 0, for the examples with either label and the dummy example",
                        sgd.furtherUpdates(),
                        "gradients"),
                new Evidence(
                        Strength.TESTED,
                        "with the weights that SGD leaves, the network predicts what the program does; the filter is as it was",
                        sgd.predictions(),
                        "predictions"));
    }
}
