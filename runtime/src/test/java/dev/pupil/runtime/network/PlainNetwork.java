package dev.pupil.runtime.network;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.data.DataSet;

/** The network as its definition says, in loops and nothing else: what the tensors are compared with. */
public final class PlainNetwork {
    private final Filter filter;
    private final Tensor weight;
    private final int channels;
    private final int units;
    private final int rows;
    private final int columns;
    private final long steps;

    /** The network of {@code filter} with memory {@code weight}, [m + 1, d + 1]. */
    public PlainNetwork(Filter filter, Tensor weight) {
        this.filter = filter;
        this.weight = weight;
        this.channels = filter.channels().size();
        this.units = filter.units().size();
        Sizes sizes = new Sizes(weight.shape().get(1) - 1, weight.shape().get(0) - 1);
        this.rows = (int) filter.geometry().rows().at(sizes);
        this.columns = (int) filter.geometry().columns().at(sizes);
        this.steps = filter.geometry().steps().at(sizes);
    }

    /** h₀ for a query: [C][H][w]. */
    double[][][] start(DataSet queries, int query) {
        double[][][] state = new double[channels][rows][columns];
        int memoryRows = weight.shape().get(0);
        int memoryColumns = weight.shape().get(1);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean workspace = row >= memoryRows || column >= memoryColumns;
                boolean flipped = !workspace && column < memoryColumns - 1 && !queries.feature(query, column);
                double value = workspace ? 2 : weight.values().get(row * memoryColumns + column);
                state[0][row][column] = flipped ? -value : value;
            }
        }
        return state;
    }

    /** h' = B·relu(A ⊛ h + α) + β. */
    double[][][] step(double[][][] state) {
        double[][][] next = new double[channels][rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int channel = 0; channel < channels; channel++) {
                    next[channel][row][column] = filter.mixBias().values().get(channel);
                }
                for (int unit = 0; unit < units; unit++) {
                    double hidden = Math.max(0, preactivation(state, unit, row, column));
                    for (int channel = 0; channel < channels; channel++) {
                        next[channel][row][column] +=
                                filter.mixWeight().values().get(channel * units + unit) * hidden;
                    }
                }
            }
        }
        return next;
    }

    private double preactivation(double[][][] state, int unit, int row, int column) {
        double sum = filter.convolutionBias().values().get(unit);
        for (int channel = 0; channel < channels; channel++) {
            for (int tap = 0; tap < 9; tap++) {
                int atRow = row + tap / 3 - 1;
                int atColumn = column + tap % 3 - 1;
                if (atRow >= 0 && atRow < rows && atColumn >= 0 && atColumn < columns) {
                    sum += filter.convolutionWeight().values().get((unit * channels + channel) * 9 + tap)
                            * state[channel][atRow][atColumn];
                }
            }
        }
        return sum;
    }

    /** The head's output for an image. */
    double head(double[][][] state) {
        double output = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int unit = 0; unit < filter.headHiddenBias().values().length(); unit++) {
                    double sum = filter.headHiddenBias().values().get(unit);
                    for (int channel = 0; channel < channels; channel++) {
                        sum += filter.headHiddenWeight().values().get(unit * channels + channel)
                                * state[channel][row][column];
                    }
                    output += filter.headOutputWeight().values().get(unit) * Math.max(0, sum);
                }
            }
        }
        return output;
    }

    /** f(x), after all steps. */
    public double output(DataSet queries, int query) {
        double[][][] state = start(queries, query);
        for (long step = 0; step < steps; step++) {
            state = step(state);
        }
        return head(state);
    }
}
