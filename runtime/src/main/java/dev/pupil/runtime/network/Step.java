package dev.pupil.runtime.network;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.network.Gather.Tap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One recurrent step, h' = B·relu(A ⊛ h + α) + β.
 *
 * <p>Biases ride in the matrix products: the gathered planes have one of ones beside them, which α multiplies, and the
 * hidden planes one that is relu(1·1), which β multiplies.
 */
final class Step {
    private final Gather gather;
    private final Planes gathered;
    private final INDArray convolution;
    private final INDArray mix;

    /** The step of {@code weights} for images of {@code shape}. */
    Step(StepWeights weights, DataType type, ImageShape shape) {
        ImmutableList<Tap> taps = weights.inputTaps();
        gather = new Gather(type, shape, taps);
        gathered = new Planes(type, shape, taps.size() + 1);
        gathered.matrix().getColumn(taps.size()).assign(1);
        convolution = convolution(weights, taps, type);
        mix = mix(weights, type);
    }

    /** The number of hidden planes, K + 1. */
    static int hiddenPlanes(StepWeights weights) {
        return weights.units() + 1;
    }

    private static INDArray convolution(StepWeights weights, ImmutableList<Tap> taps, DataType type) {
        INDArray matrix = Nd4j.create(type, new long[] {taps.size() + 1, hiddenPlanes(weights)}, 'f');
        for (int unit = 0; unit < weights.units(); unit++) {
            for (int tap = 0; tap < taps.size(); tap++) {
                matrix.putScalar(
                        tap,
                        unit,
                        weights.convolution(
                                unit, taps.get(tap).plane(), taps.get(tap).at()));
            }
            matrix.putScalar(taps.size(), unit, weights.convolutionBias(unit));
        }
        matrix.putScalar(taps.size(), weights.units(), 1);
        return matrix;
    }

    private static INDArray mix(StepWeights weights, DataType type) {
        INDArray matrix = Nd4j.create(type, new long[] {hiddenPlanes(weights), weights.channels()}, 'f');
        for (int channel = 0; channel < weights.channels(); channel++) {
            for (int unit = 0; unit < weights.units(); unit++) {
                matrix.putScalar(unit, channel, weights.mix(channel, unit));
            }
            matrix.putScalar(weights.units(), channel, weights.mixBias(channel));
        }
        return matrix;
    }

    /**
     * Computes one step.
     *
     * @param state h, C planes
     * @param hidden becomes relu(A ⊛ h + α), K planes and one of ones
     * @param next becomes h', C planes; may be {@code state}
     */
    void forward(Planes state, Planes hidden, Planes next) {
        gather.copy(state, gathered);
        hidden.setProduct(gathered, convolution);
        hidden.rectify();
        next.setProduct(hidden, mix);
    }
}
