package dev.pupil.runtime.training;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.runtime.data.DataSet;
import java.util.Arrays;

/**
 * The memory weights that SGD reaches: row i is η·y·z of example i, with z = [x; 1], and the last row is that of the
 * dummy example x = all +1, y = +1 (Goel, Kakade, Kalai, Zhang 2022, Lemma 1).
 */
final class ClosedForm {
    private ClosedForm() {}

    /** W, [m + 1, d + 1]. */
    static Tensor weight(DataSet examples, double learningRate) {
        int rows = examples.size() + 1;
        int columns = examples.features() + 1;
        double[] weight = new double[Math.multiplyExact(rows, columns)];
        Arrays.fill(weight, learningRate);
        for (int row = 0; row < examples.size(); row++) {
            for (int column = 0; column < columns; column++) {
                boolean input = column == examples.features() || examples.feature(row, column);
                if (input != examples.label(row)) {
                    weight[row * columns + column] = -learningRate;
                }
            }
        }
        return Tensor.of(weight, rows, columns);
    }

    /** The largest absolute difference between numbers at the same place of two tensors of the same shape. */
    static double maxDeviation(Tensor left, Tensor right) {
        ImmutableDoubleArray values = left.values();
        double largest = 0;
        for (int i = 0; i < values.length(); i++) {
            largest = Math.max(largest, Math.abs(values.get(i) - right.values().get(i)));
        }
        return largest;
    }
}
