package dev.pupil.verify.trial;

import dev.pupil.compiler.filter.Tensor;
import dev.pupil.runtime.data.DataSet;
import java.util.BitSet;

/**
 * What SGD provably leaves in the memory layer: row i is y·z of example i with z = [x ; 1], all in −1 and +1, for learning
 * rate 1; the last row is the dummy example, all +1 (Goel, Kakade, Kalai, Zhang 2022, Algorithm 1).
 */
public final class ClosedForm {
    private ClosedForm() {}

    /** W, [m + 1][d + 1]. */
    public static Tensor memory(DataSet training) {
        int columns = training.features() + 1;
        double[] weights = new double[(training.size() + 1) * columns];
        for (int row = 0; row <= training.size(); row++) {
            for (int column = 0; column < columns; column++) {
                weights[row * columns + column] = weight(training, row, column);
            }
        }
        return Tensor.of(weights, training.size() + 1, columns);
    }

    /** W·diag(z) for a query, [m + 1][d + 1]. */
    public static int[][] lane(DataSet training, BitSet query) {
        int[][] lane = new int[training.size() + 1][training.features() + 1];
        for (int row = 0; row < lane.length; row++) {
            for (int column = 0; column < lane[row].length; column++) {
                boolean positive = column == training.features() || query.get(column);
                lane[row][column] = weight(training, row, column) * (positive ? 1 : -1);
            }
        }
        return lane;
    }

    private static int weight(DataSet training, int row, int column) {
        if (row == training.size()) {
            return 1;
        }
        int label = training.label(row) ? 1 : -1;
        boolean positive = column == training.features() || training.feature(row, column);
        return positive ? label : -label;
    }
}
