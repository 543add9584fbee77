package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.runtime.timing.Comparison;
import dev.pupil.runtime.timing.Timing;
import java.util.Locale;

/**
 * What {@code bench --json} says.
 *
 * @param learner the learner's name
 * @param threads how many threads {@code bits} and {@code onnx} used
 * @param rows one for each size
 */
record BenchReport(String learner, int threads, ImmutableList<Row> rows) {

    /**
     * One size.
     *
     * @param image rows and columns
     * @param channels C
     * @param hiddenUnits K
     * @param bitsSecondsPerStep median, for one step of one image; the others likewise
     * @param bitsSpread half the samples' range by their median; the others likewise
     * @param onnxOverBits how many times longer ONNX Runtime takes than bits
     * @param pixelStepsPerSecond of bits
     * @param ceilingFraction operations on words a second by those of a loop that does nothing else
     */
    record Row(
            ImmutableList<Long> image,
            int channels,
            int hiddenUnits,
            double bitsSecondsPerStep,
            double onnxSecondsPerStep,
            double nd4jSecondsPerStep,
            double bitsSpread,
            double onnxSpread,
            double nd4jSpread,
            double onnxOverBits,
            double pixelStepsPerSecond,
            double ceilingFraction) {}

    static BenchReport of(Filter filter, int threads, ImmutableList<Comparison.Row> rows) {
        return new BenchReport(
                filter.name(),
                threads,
                rows.stream().map(row -> row(filter, row)).collect(ImmutableList.toImmutableList()));
    }

    private static Row row(Filter filter, Comparison.Row row) {
        return new Row(
                ImmutableList.of(row.rows(), row.columns()),
                filter.channels().size(),
                filter.units().size(),
                row.bits().median(),
                row.onnx().median(),
                row.nd4j().median(),
                row.bits().spread(),
                row.onnx().spread(),
                row.nd4j().spread(),
                row.onnxOverBits(),
                row.pixelStepsPerSecond(),
                row.ceilingFraction());
    }

    /** The columns' names, for people. */
    static String heading() {
        return String.format(
                "%-11s%-17s%-17s%-17s%12s%18s%10s",
                "image", "bits, a step", "onnx, a step", "nd4j, a step", "onnx / bits", "pixel-steps / s", "ceiling");
    }

    /** One size, for people. */
    static String line(Comparison.Row row) {
        return String.format(
                Locale.ROOT,
                "%-11s%-17s%-17s%-17s%12.0f%18s%9.0f%%",
                row.rows() + "×" + row.columns(),
                time(row.bits()),
                time(row.onnx()),
                time(row.nd4j()),
                row.onnxOverBits(),
                String.format(Locale.ROOT, "%.2f G", row.pixelStepsPerSecond() / 1e9),
                100 * row.ceilingFraction());
    }

    /** A median and how far samples lie from it. */
    private static String time(Timing timing) {
        double seconds = timing.median();
        String unit = seconds < 1e-6 ? "ns" : seconds < 1e-3 ? "µs" : seconds < 1 ? "ms" : "s";
        double scale = seconds < 1e-6 ? 1e9 : seconds < 1e-3 ? 1e6 : seconds < 1 ? 1e3 : 1;
        return String.format(Locale.ROOT, "%.3g %s ±%.0f%%", seconds * scale, unit, 100 * timing.spread());
    }
}
