package dev.pupil.runtime.bits;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.filter.Filter;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds, pixel by pixel and with the filter's own arithmetic, where a step makes of a channel something else than a bit. */
final class EscapeFinder {
    private final Filter filter;
    private final Images images;
    private final int count;

    /**
     * A finder.
     *
     * @param images the images before the step
     * @param count how many of them matter
     */
    EscapeFinder(Filter filter, Images images, int count) {
        this.filter = filter;
        this.images = images;
        this.count = count;
    }

    /**
     * The first escape.
     *
     * @param step the step's number, for the report
     */
    EscapeException find(long step) {
        for (int image = 0; image < count; image++) {
            for (int row = 0; row < images.layout().rows(); row++) {
                for (int column = 0; column < images.layout().columns(); column++) {
                    Optional<String> reason = reason(image, row, column);
                    if (reason.isPresent()) {
                        return new EscapeException("in step %s, %s".formatted(step, reason.get()), image);
                    }
                }
            }
        }
        throw new IllegalStateException("the kernel saw an escape that the weights do not make");
    }

    /** Which channel escapes at a pixel, if one does. */
    private Optional<String> reason(int image, int row, int column) {
        double[] hidden = hidden(image, row, column);
        for (int channel = 1; channel < filter.channels().size(); channel++) {
            double value = mixed(channel, hidden);
            if (value != 0 && value != 1) {
                // Only sums that are whole for all bits get this far.
                return Optional.of(
                        "channel %s becomes %s at row %s, column %s, which is no bit; hidden units that add to it: %s"
                                .formatted(
                                        filter.channels().get(channel).name(),
                                        (long) value,
                                        row,
                                        column,
                                        String.join(", ", active(channel, hidden))));
            }
        }
        return Optional.empty();
    }

    /** The hidden units that are not 0 and go into a channel. */
    private ImmutableList<String> active(int channel, double[] hidden) {
        return IntStream.range(0, hidden.length)
                .filter(unit -> hidden[unit] != 0 && filter.mix(channel, unit) != 0)
                .mapToObj(unit -> filter.units().get(unit).name())
                .collect(ImmutableList.toImmutableList());
    }

    private double mixed(int channel, double[] hidden) {
        double sum = filter.mixBias().values().get(channel);
        for (int unit = 0; unit < hidden.length; unit++) {
            sum += filter.mix(channel, unit) * hidden[unit];
        }
        return sum;
    }

    private double[] hidden(int image, int row, int column) {
        int channels = filter.channels().size();
        double[] hidden = filter.convolutionBias().values().toArray();
        for (int channel = 0; channel < channels; channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                Offset at = Filter.offset(tap);
                int value = images.value(channel, image, row + at.row(), column + at.column());
                for (int unit = 0; value != 0 && unit < hidden.length; unit++) {
                    hidden[unit] += value * filter.convolution(unit, channel, tap);
                }
            }
        }
        return IntStream.range(0, hidden.length)
                .mapToDouble(unit -> Math.max(0, hidden[unit]))
                .toArray();
    }
}
