package dev.pupil.runtime.timing;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/**
 * Seconds that something takes.
 *
 * @param median of all samples
 * @param least of all samples
 * @param most of all samples
 */
public record Timing(double median, double least, double most) {
    /** Of at least one sample. */
    static Timing of(double[] seconds) {
        checkArgument(seconds.length > 0, "no samples");
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return new Timing(
                (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2,
                sorted[0],
                sorted[sorted.length - 1]);
    }

    /** How far samples lie from the median, as a share of it: half the range. */
    public double spread() {
        return (most - least) / 2 / median;
    }
}
