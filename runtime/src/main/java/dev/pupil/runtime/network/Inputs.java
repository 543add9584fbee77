package dev.pupil.runtime.network;

import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.Dtype;
import dev.pupil.runtime.data.DataSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Data as the network takes it. */
final class Inputs {
    private Inputs() {}

    /** ND4J's name for a number format. */
    static DataType type(Dtype dtype) {
        return switch (dtype) {
            case F32 -> DataType.FLOAT;
            case F64 -> DataType.DOUBLE;
        };
    }

    /** A tensor of rank 2. */
    static INDArray matrix(Tensor tensor, DataType type) {
        return Nd4j.create(
                        tensor.values().toArray(),
                        tensor.shape().get(0),
                        tensor.shape().get(1))
                .castTo(type);
    }

    /** z = [x; 1], [d + 1], where x is row {@code row} of {@code data}. */
    static INDArray input(DataSet data, int row, DataType type) {
        INDArray input = Nd4j.ones(type, data.features() + 1L);
        for (int column = 0; column < data.features(); column++) {
            if (!data.feature(row, column)) {
                input.putScalar(column, -1);
            }
        }
        return input;
    }
}
