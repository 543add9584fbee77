package dev.pupil.cli;

import dev.pupil.runtime.training.Training;
import dev.pupil.runtime.training.TrainingMethod;
import java.util.Locale;

/**
 * What reports say about a training.
 *
 * @param method {@code sgd} or {@code closed-form}
 * @param steps updates of the memory weights
 * @param maxDeviation largest difference between a trained weight and its closed form
 */
record TrainingReport(String method, int steps, double maxDeviation) {

    static TrainingReport of(Training training) {
        return new TrainingReport(training.method().toString(), training.updates(), training.maxDeviation());
    }

    /** The same for people. */
    String sentence() {
        // Weights that were written down must never look like weights that were learned.
        return method.equals(TrainingMethod.SGD.toString())
                ? "sgd, %s updates, largest deviation from the closed form %s".formatted(steps, number(maxDeviation))
                : "closed form: the weights that %s updates of SGD would reach, written down".formatted(steps);
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }
}
