package dev.pupil.cli;

import dev.pupil.runtime.training.TrainingMethod;
import picocli.CommandLine.Option;

/** How memory weights come about: an option that several commands share. */
final class TrainingOptions {
    @Option(
            names = "--training",
            paramLabel = "METHOD",
            description = {
                "sgd (the default): stochastic gradient descent, with back-propagation through all steps;",
                "closed-form: write the weights that it provably reaches, for sizes at which it would take hours."
            })
    private TrainingMethod method = TrainingMethod.SGD;

    TrainingMethod method() {
        return method;
    }
}
