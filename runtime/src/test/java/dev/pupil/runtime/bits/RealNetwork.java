package dev.pupil.runtime.bits;

import dev.pupil.compiler.filter.Filter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One image of a network as real numbers, as its definition says, weight by weight: what bits are compared with. */
final class RealNetwork {
    private final Filter filter;
    private final int rows;
    private final int columns;
    /** Pixels from one row to the next: around the image is a border of zeros. */
    private final int stride;

    private final List<List<Tap>> taps = new ArrayList<>();
    private double[][] planes;

    /** A weight of a hidden unit that is not 0, and how far away the pixel is that it belongs to. */
    private record Tap(int channel, int distance, double weight) {}

    /** The image before the first step. */
    RealNetwork(Filter filter, int[][] lane) {
        this.filter = filter;
        this.rows = lane.length;
        this.columns = lane[0].length;
        this.stride = columns + 2;
        this.planes = zeros();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                planes[0][pixel(row, column)] = lane[row][column];
            }
        }
        for (int unit = 0; unit < units(); unit++) {
            taps.add(taps(unit));
        }
    }

    private double[][] zeros() {
        return new double[channels()][(rows + 2) * stride];
    }

    private int channels() {
        return filter.channels().size();
    }

    private int units() {
        return filter.units().size();
    }

    private int pixel(int row, int column) {
        return (row + 1) * stride + column + 1;
    }

    private List<Tap> taps(int unit) {
        List<Tap> taps = new ArrayList<>();
        for (int channel = 0; channel < channels(); channel++) {
            for (int tap = 0; tap < 9; tap++) {
                double weight = filter.convolutionWeight().values().get((unit * channels() + channel) * 9 + tap);
                if (weight != 0) {
                    taps.add(new Tap(channel, (tap / 3 - 1) * stride + tap % 3 - 1, weight));
                }
            }
        }
        return taps;
    }

    /**
     * h' = B·relu(A ⊛ h + α) + β.
     *
     * @return whether that is another image
     */
    boolean step() {
        double[][] next = zeros();
        for (int channel = 0; channel < channels(); channel++) {
            Arrays.fill(next[channel], filter.mixBias().values().get(channel));
        }
        for (int unit = 0; unit < units(); unit++) {
            double[] hidden = hidden(unit);
            for (int channel = 0; channel < channels(); channel++) {
                double weight = filter.mixWeight().values().get(channel * units() + unit);
                if (weight != 0) {
                    addMultiple(next[channel], weight, hidden, 0);
                }
            }
        }
        Arrays.stream(next).forEach(this::clearBorder);
        boolean changed = !Arrays.deepEquals(next, planes);
        planes = next;
        return changed;
    }

    /** relu(A ⊛ h + α). */
    private double[] hidden(int unit) {
        double[] hidden = new double[(rows + 2) * stride];
        Arrays.fill(hidden, filter.convolutionBias().values().get(unit));
        for (Tap tap : taps.get(unit)) {
            addMultiple(hidden, tap.weight, planes[tap.channel], tap.distance);
        }
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(0, hidden[i]);
        }
        return hidden;
    }

    private void addMultiple(double[] to, double weight, double[] from, int distance) {
        int end = pixel(rows - 1, columns - 1) + 1;
        for (int i = pixel(0, 0); i < end; i++) {
            to[i] += weight * from[i + distance];
        }
    }

    private void clearBorder(double[] plane) {
        Arrays.fill(plane, 0, pixel(0, 0), 0);
        Arrays.fill(plane, pixel(rows - 1, columns), plane.length, 0);
        for (int row = 0; row < rows; row++) {
            plane[pixel(row, -1)] = 0;
            plane[pixel(row, columns)] = 0;
        }
        for (int i = 0; i < plane.length; i++) {
            // −0 is 0.
            plane[i] += 0.0;
        }
    }

    /** H. */
    int rows() {
        return rows;
    }

    /** w. */
    int columns() {
        return columns;
    }

    /** A channel's value at a pixel. */
    double value(int channel, int row, int column) {
        return planes[channel][pixel(row, column)];
    }

    /** Whether every channel but the lane is 0 or 1 everywhere. */
    boolean isOfBits() {
        return Arrays.stream(planes)
                .skip(1)
                .flatMapToDouble(Arrays::stream)
                .allMatch(value -> value == 0 || value == 1);
    }

    /** Σ u·relu(V·h + ν) over all pixels. */
    double output() {
        double output = 0;
        for (int unit = 0; unit < filter.headHiddenBias().values().length(); unit++) {
            double[] hidden = new double[(rows + 2) * stride];
            Arrays.fill(hidden, filter.headHiddenBias().values().get(unit));
            for (int channel = 0; channel < channels(); channel++) {
                addMultiple(
                        hidden,
                        filter.headHiddenWeight().values().get(unit * channels() + channel),
                        planes[channel],
                        0);
            }
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    output += filter.headOutputWeight().values().get(unit) * Math.max(0, hidden[pixel(row, column)]);
                }
            }
        }
        return output;
    }
}
