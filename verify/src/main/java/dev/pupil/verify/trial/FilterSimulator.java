package dev.pupil.verify.trial;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Executes a filter's numbers as they stand, h' = B·relu(A ⊛ h + α) + β and f = Σ u·relu(V·h + ν), in double precision,
 * pixel by pixel. It knows no bits, and nothing of what a channel means: a plain judge of the engines that do. A simulator
 * can be started on any number of images.
 */
public final class FilterSimulator {
    private final Filter filter;
    private final ImmutableList<ImmutableList<Tap>> units;
    private final ImmutableList<ImmutableList<Summand>> mixes;
    private final ImmutableList<ImmutableList<Summand>> head;

    private FilterSimulator(Filter filter) {
        this.filter = filter;
        this.units = all(filter.units().size(), this::taps);
        this.mixes = all(filter.units().size(), unit -> nonZero(channels(), channel -> filter.mix(channel, unit)));
        this.head = all(headUnits(), unit -> nonZero(channels(), channel -> filter.headHidden(unit, channel)));
    }

    /** A weight of A that is not zero, which multiplies {@code channel} of a neighbour. */
    private record Tap(int channel, int rowOffset, int columnOffset, double weight) {}

    /** {@code weight} times what has the number {@code index}. */
    private record Summand(int index, double weight) {}

    /** Part of a table, by its number. */
    @FunctionalInterface
    private interface Numbered<T> {
        T at(int number);
    }

    /** A simulator of {@code filter}. */
    public static FilterSimulator of(Filter filter) {
        return new FilterSimulator(filter);
    }

    private static <T> ImmutableList<T> all(int count, Numbered<T> each) {
        return IntStream.range(0, count).mapToObj(each::at).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Summand> nonZero(int count, Numbered<Double> weight) {
        return IntStream.range(0, count)
                .mapToObj(index -> new Summand(index, weight.at(index)))
                .filter(summand -> summand.weight != 0)
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Tap> taps(int unit) {
        return IntStream.range(0, channels() * Filter.TAPS)
                .mapToObj(index -> tap(unit, index / Filter.TAPS, index % Filter.TAPS))
                .filter(tap -> tap.weight != 0)
                .collect(ImmutableList.toImmutableList());
    }

    private Tap tap(int unit, int channel, int tap) {
        return new Tap(
                channel, Filter.offset(tap).row(), Filter.offset(tap).column(), filter.convolution(unit, channel, tap));
    }

    private int channels() {
        return filter.channels().size();
    }

    private int headUnits() {
        return filter.headOutputWeight().values().length();
    }

    /**
     * An image before its first step: 0 in all channels but the lane.
     *
     * @param lane the analog lane, [rows][columns], each row of the same length; copied
     */
    public Image start(int[][] lane) {
        checkArgument(lane.length > 0 && lane[0].length > 0, "an image has a pixel");
        return new Image(lane);
    }

    /** An image that is being computed. Not for use by several threads. */
    public final class Image {
        private final int rows;
        private final int columns;
        /** Pixels from one row to the next; a border of one pixel, always 0, is the padding. */
        private final int stride;

        private final int first;
        private final int end;
        private final double[] hidden;
        private double[][] current;
        private double[][] next;

        private Image(int[][] lane) {
            this.rows = lane.length;
            this.columns = lane[0].length;
            this.stride = columns + 2;
            this.first = pixel(0, 0);
            this.end = pixel(rows - 1, columns - 1) + 1;
            int pixels = Math.multiplyExact(rows + 2, stride);
            this.hidden = new double[pixels];
            this.current = new double[channels()][pixels];
            this.next = new double[channels()][pixels];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    current[0][pixel(row, column)] = lane[row][column];
                }
            }
        }

        private int pixel(int row, int column) {
            return (row + 1) * stride + column + 1;
        }

        /** Makes one step. */
        public void step() {
            for (int channel = 0; channel < channels(); channel++) {
                Arrays.fill(next[channel], first, end, filter.mixBias().values().get(channel));
            }
            for (int unit = 0; unit < units.size(); unit++) {
                compute(unit);
                for (Summand mix : mixes.get(unit)) {
                    addMultiple(mix.weight, hidden, 0, next[mix.index]);
                }
            }
            clearBorder();
            double[][] old = current;
            current = next;
            next = old;
        }

        private void compute(int unit) {
            Arrays.fill(hidden, first, end, value(filter.convolutionBias(), unit));
            for (Tap tap : units.get(unit)) {
                addMultiple(tap.weight, current[tap.channel], tap.rowOffset * stride + tap.columnOffset, hidden);
            }
            for (int pixel = first; pixel < end; pixel++) {
                hidden[pixel] = Math.max(0, hidden[pixel]);
            }
        }

        private void addMultiple(double factor, double[] summand, int offset, double[] sum) {
            for (int pixel = first; pixel < end; pixel++) {
                sum[pixel] += factor * summand[pixel + offset];
            }
        }

        /** Steps run across the ends of rows: what they write there is not part of the image. */
        private void clearBorder() {
            for (double[] plane : next) {
                for (int row = 0; row < rows; row++) {
                    plane[pixel(row, -1)] = 0;
                    plane[pixel(row, columns)] = 0;
                }
            }
        }

        /** Whether the last step has changed anything; if not, no further one does. */
        public boolean hasChanged() {
            return !Arrays.deepEquals(current, next);
        }

        /** The network's output: what the head makes of all pixels together. */
        public double output() {
            double output = 0;
            for (int row = 0; row < rows; row++) {
                for (int pixel = pixel(row, 0); pixel < pixel(row, columns); pixel++) {
                    output += output(pixel);
                }
            }
            return output;
        }

        private double output(int pixel) {
            double output = 0;
            for (int unit = 0; unit < head.size(); unit++) {
                double sum = value(filter.headHiddenBias(), unit);
                for (Summand summand : head.get(unit)) {
                    sum += summand.weight * current[summand.index][pixel];
                }
                output += value(filter.headOutputWeight(), unit) * Math.max(0, sum);
            }
            return output;
        }

        private static double value(Tensor vector, int index) {
            return vector.values().get(index);
        }

        /** A channel's value at a pixel of the image. */
        public double channel(int channel, int row, int column) {
            return current[channel][pixel(row, column)];
        }
    }
}
