package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.training.Training;

/**
 * What {@code train --json} says.
 *
 * @param learner the learner's name
 * @param features d
 * @param examples m
 * @param training how it went
 * @param files what was written
 */
record TrainReport(String learner, int features, int examples, TrainingReport training, ImmutableList<String> files) {

    static TrainReport of(Training training, ImmutableList<String> files) {
        Sizes sizes = training.trained().sizes();
        return new TrainReport(
                training.trained().filter().name(),
                sizes.features(),
                sizes.examples(),
                TrainingReport.of(training),
                files);
    }

    /** The same for people, in one line. */
    String sentence() {
        return "%s: trained on %s of %s; %s; written to %s"
                .formatted(
                        learner,
                        Count.of(examples, "example"),
                        Count.of(features, "feature"),
                        training.sentence(),
                        String.join(", ", files));
    }
}
