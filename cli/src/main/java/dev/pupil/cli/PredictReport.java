package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.experiment.Predictions;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What {@code predict --json} says.
 *
 * @param learner the learner's name
 * @param features d
 * @param examples m
 * @param queries how many were asked
 * @param engine who answered
 * @param correct how many answers are right, null where the file has no labels
 * @param accuracy the share of right answers, null where the file has no labels
 * @param predictions a 0 or a 1 for each query
 */
record PredictReport(
        String learner,
        int features,
        int examples,
        int queries,
        String engine,
        OptionalInt correct,
        OptionalDouble accuracy,
        ImmutableList<Integer> predictions) {

    static PredictReport of(WeightFile trained, Predictions predictions) {
        Sizes sizes = trained.sizes();
        return new PredictReport(
                trained.filter().name(),
                sizes.features(),
                sizes.examples(),
                predictions.queries().size(),
                predictions.engine().toString(),
                predictions.correct(),
                predictions.accuracy(),
                ImmutableList.copyOf(predictions.answers().asList()));
    }

    /** How many answers are right, for people; empty where the file has no labels. */
    Optional<String> score() {
        return accuracy.isPresent()
                ? Optional.of(score(accuracy.getAsDouble(), correct.getAsInt(), queries))
                : Optional.empty();
    }

    /** How many answers are right, for people. */
    static String score(double accuracy, int correct, int queries) {
        return String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100 * accuracy, correct, queries);
    }
}
