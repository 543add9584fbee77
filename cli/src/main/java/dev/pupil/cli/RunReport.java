package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.experiment.Experiment.Outcome;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What {@code run --json} says.
 *
 * @param learner the learner's name
 * @param features d
 * @param examples m
 * @param queries how many were asked
 * @param engine who answered
 * @param steps L
 * @param image rows and columns
 * @param network the filter's size
 * @param training how it went
 * @param correct how many answers are right, null where the test file has no labels
 * @param accuracy the share of right answers, null where the test file has no labels
 * @param predictions a 0 or a 1 for each query
 */
record RunReport(
        String learner,
        int features,
        int examples,
        int queries,
        String engine,
        long steps,
        ImmutableList<Long> image,
        NetworkSize network,
        TrainingReport training,
        OptionalInt correct,
        OptionalDouble accuracy,
        ImmutableList<Integer> predictions) {

    /**
     * The size of a filter.
     *
     * @param channels C
     * @param hiddenUnits K
     * @param nonzeroWeights non-zero weights and biases of the step, without the head's
     */
    record NetworkSize(int channels, int hiddenUnits, int nonzeroWeights) {}

    static RunReport of(Outcome outcome) {
        WeightFile trained = outcome.training().trained();
        Filter filter = trained.filter();
        Sizes sizes = trained.sizes();
        PredictReport answers = PredictReport.of(trained, outcome.predictions());
        return new RunReport(
                answers.learner(),
                answers.features(),
                answers.examples(),
                answers.queries(),
                answers.engine(),
                filter.geometry().steps().at(sizes),
                ImmutableList.of(
                        filter.geometry().rows().at(sizes),
                        filter.geometry().columns().at(sizes)),
                new NetworkSize(filter.channels().size(), filter.units().size(), filter.nonZeroWeights()),
                TrainingReport.of(outcome.training()),
                answers.correct(),
                answers.accuracy(),
                answers.predictions());
    }

    /** The same for people, a line for each thing. */
    String table() {
        return line("learner", learner)
                + line(
                        "data",
                        Count.of(features, "feature") + ", " + Count.of(examples, "example") + ", "
                                + Count.of(queries, "query"))
                + line("image", "%s × %s pixels".formatted(image.get(0), image.get(1)))
                + line(
                        "network",
                        "%s channels, %s hidden units, %s non-zero weights"
                                .formatted(network.channels, network.hiddenUnits, network.nonzeroWeights))
                + line("steps", String.valueOf(steps))
                + line("training", training.sentence())
                + line("engine", engine)
                + (accuracy.isPresent()
                        ? line("accuracy", PredictReport.score(accuracy.getAsDouble(), correct.getAsInt(), queries))
                        : line("answers", answers()));
    }

    private String answers() {
        return predictions.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String line(String label, String text) {
        return "%-10s%s%n".formatted(label, text);
    }
}
