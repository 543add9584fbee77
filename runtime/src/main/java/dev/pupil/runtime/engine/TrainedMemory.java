package dev.pupil.runtime.engine;

import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import java.util.BitSet;

/**
 * What a trained memory layer holds. SGD writes η·y·z of each example into a row of W, where y is the label and z the
 * features with a 1 appended, all −1 or +1 (Goel, Kakade, Kalai, Zhang 2022, Algorithm 1): the last column is the label,
 * and its product with another column is the feature. The last row is the dummy example, all +1.
 */
public final class TrainedMemory {
    private final Sizes sizes;
    private final BitSet positive;

    private TrainedMemory(Sizes sizes, BitSet positive) {
        this.sizes = sizes;
        this.positive = positive;
    }

    /**
     * Reads the memory of a weight file.
     *
     * @throws PredictionException if it is not trained, not full, or holds anything but ±η
     */
    public static TrainedMemory of(WeightFile trained) throws PredictionException {
        Tensor weight = PredictionChecks.requireTrained(trained);
        PredictionChecks.requireFull(trained);
        TrainedMemory memory = new TrainedMemory(trained.sizes(), new BitSet());
        int rows = weight.shape().get(0);
        int columns = weight.shape().get(1);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = weight.values().get(row * columns + column);
                if (Math.abs(value) != trained.learningRate()) {
                    throw new PredictionException("memory.weight[%s, %s] is %s, not %s or %s"
                            .formatted(row, column, value, -trained.learningRate(), trained.learningRate()));
                }
                memory.positive.set(row * columns + column, value > 0);
            }
        }
        memory.checkDummy();
        return memory;
    }

    private void checkDummy() throws PredictionException {
        for (int column = 0; column <= sizes.features(); column++) {
            if (sign(sizes.examples(), column) < 0) {
                throw new PredictionException(
                        "memory.weight[%s, %s] is negative, but the last row is the dummy example, which is all +1"
                                .formatted(sizes.examples(), column));
            }
        }
    }

    /** d and m. */
    public Sizes sizes() {
        return sizes;
    }

    /** Whether W[row, column] is positive, else it is negative. */
    public boolean isPositive(int row, int column) {
        return positive.get(row * (sizes.features() + 1) + column);
    }

    /** The label of training example {@code example}. */
    boolean label(int example) {
        return sign(example, sizes.features()) > 0;
    }

    /** The features of training example {@code example}, bit j is feature j. */
    BitSet features(int example) {
        BitSet features = new BitSet();
        for (int column = 0; column < sizes.features(); column++) {
            features.set(column, sign(example, column) == sign(example, sizes.features()));
        }
        return features;
    }

    /** The signs of W·diag(z) for a query x, where z = [x ; 1]: what the analog lane shows, [m + 1][d + 1]. */
    int[][] lane(BitSet query) {
        int[][] lane = new int[sizes.examples() + 1][sizes.features() + 1];
        for (int row = 0; row < lane.length; row++) {
            for (int column = 0; column < sizes.features(); column++) {
                lane[row][column] = query.get(column) ? sign(row, column) : -sign(row, column);
            }
            lane[row][sizes.features()] = sign(row, sizes.features());
        }
        return lane;
    }

    private int sign(int row, int column) {
        return isPositive(row, column) ? 1 : -1;
    }
}
