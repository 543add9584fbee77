package dev.pupil.runtime.network;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The head, f = Σ u·relu(V·h + ν) over all pixels of an image, forward and backward. */
final class Head {
    private final ImageShape shape;
    private final INDArray hiddenWeightTransposed;
    private final INDArray hiddenBias;
    private final INDArray outputWeight;

    /** The head of {@code filter} for images of {@code shape}. */
    Head(Filter filter, DataType type, ImageShape shape) {
        this.shape = shape;
        int units = filter.headOutputWeight().shape().get(0);
        int channels = filter.channels().size();
        hiddenWeightTransposed = array(filter.headHiddenWeight(), type, units, channels)
                .transpose()
                .dup('f');
        hiddenBias = array(filter.headHiddenBias(), type, 1, units);
        outputWeight = array(filter.headOutputWeight(), type, units, 1);
    }

    private static INDArray array(Tensor tensor, DataType type, int rows, int columns) {
        return Nd4j.create(tensor.values().toArray(), new long[] {rows, columns}, 'c')
                .castTo(type);
    }

    /** f of every image. */
    double[] forward(Planes state) {
        INDArray perPixel = Transforms.relu(preactivation(state), false).mmul(outputWeight);
        return perPixel.reshape('f', shape.pixelsPerImage(), shape.images())
                .sum(0)
                .toDoubleVector();
    }

    /** Makes {@code gradient} to {@code factor}·∂f/∂h, where h is {@code state}. */
    void backward(Planes state, double factor, Planes gradient) {
        INDArray slope = Transforms.step(preactivation(state), false);
        slope.muliRowVector(outputWeight.transpose()).muli(factor);
        gradient.matrix().assign(slope.mmul(hiddenWeightTransposed.transpose()));
    }

    private INDArray preactivation(Planes state) {
        return state.matrix().mmul(hiddenWeightTransposed).addiRowVector(hiddenBias);
    }
}
