package dev.pupil.explain;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.program.size.Sizes;
import java.util.Random;
import java.util.function.Consumer;

/** A network's images, computed by plain arithmetic: one trained on random data, and asked a random query. */
final class Run {
    private final Filter filter;
    private double[][][] image;

    Run(Filter filter, Sizes sizes, Random random) {
        this.filter = filter;
        int rows = (int) filter.geometry().rows().at(sizes);
        int columns = (int) filter.geometry().columns().at(sizes);
        this.image = new double[filter.channels().size()][rows][columns];
        int[] query = new int[columns];
        for (int column = 0; column < columns; column++) {
            query[column] = column < sizes.features() && random.nextBoolean() ? -1 : 1;
        }
        for (int row = 0; row < rows; row++) {
            int label = row < sizes.examples() && random.nextBoolean() ? -1 : 1;
            for (int column = 0; column < columns; column++) {
                boolean isOwn = row < sizes.examples() && column < sizes.features() && random.nextBoolean();
                image[0][row][column] = row > sizes.examples() ? 2 : label * (isOwn ? -1 : 1) * query[column];
            }
        }
    }

    /** Shows everything that pixels see, channels by taps, before each of some steps. */
    void steps(long count, Consumer<double[][]> each) {
        for (long step = 0; step < count; step++) {
            double[][][] next = new double[image.length][image[0].length][image[0][0].length];
            for (int row = 0; row < image[0].length; row++) {
                for (int column = 0; column < image[0][0].length; column++) {
                    double[][] seen = seen(row, column);
                    each.accept(seen);
                    step(seen, next, row, column);
                }
            }
            image = next;
        }
    }

    private double[][] seen(int row, int column) {
        double[][] seen = new double[image.length][Filter.TAPS];
        for (int channel = 0; channel < image.length; channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                int fromRow = row + Filter.offset(tap).row();
                int fromColumn = column + Filter.offset(tap).column();
                boolean isInside = fromRow >= 0
                        && fromRow < image[channel].length
                        && fromColumn >= 0
                        && fromColumn < image[channel][fromRow].length;
                seen[channel][tap] = isInside ? image[channel][fromRow][fromColumn] : 0;
            }
        }
        return seen;
    }

    private void step(double[][] seen, double[][][] next, int row, int column) {
        for (int channel = 0; channel < next.length; channel++) {
            next[channel][row][column] = filter.mixBias().values().get(channel);
        }
        for (int unit = 0; unit < filter.units().size(); unit++) {
            double value = Math.max(0, new Neighbourhoods(filter, unit).new Seen(seen).sum());
            for (int channel = 0; channel < next.length; channel++) {
                next[channel][row][column] += filter.mix(channel, unit) * value;
            }
        }
    }
}
