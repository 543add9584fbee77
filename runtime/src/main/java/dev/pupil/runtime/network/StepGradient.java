package dev.pupil.runtime.network;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.runtime.network.Gather.Tap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Back-propagation through one {@link Step}: from g' = ∂ℓ/∂h' to g = ∂ℓ/∂h = Aᵀ ⊛ (relu'(A ⊛ h + α) · (Bᵀ·g')), where
 * Aᵀ is the transposed convolution and relu'(0) = 0.
 */
final class StepGradient {
    private final Planes hiddenGradient;
    private final INDArray mixTransposed;
    private final Gather gather;
    private final Planes gathered;
    private final INDArray convolutionTransposed;

    /** Back-propagation through the step of {@code weights} for images of {@code shape}. */
    StepGradient(StepWeights weights, DataType type, ImageShape shape) {
        hiddenGradient = new Planes(type, shape, Step.hiddenPlanes(weights));
        mixTransposed = mixTransposed(weights, type);
        ImmutableList<Tap> taps = weights.outputTaps();
        gather = new Gather(type, shape, taps);
        gathered = new Planes(type, shape, taps.size());
        convolutionTransposed = convolutionTransposed(weights, taps, type);
    }

    private static INDArray mixTransposed(StepWeights weights, DataType type) {
        INDArray matrix = Nd4j.create(type, new long[] {weights.channels(), Step.hiddenPlanes(weights)}, 'f');
        for (int channel = 0; channel < weights.channels(); channel++) {
            for (int unit = 0; unit < weights.units(); unit++) {
                matrix.putScalar(channel, unit, weights.mix(channel, unit));
            }
        }
        return matrix;
    }

    private static INDArray convolutionTransposed(StepWeights weights, ImmutableList<Tap> taps, DataType type) {
        INDArray matrix = Nd4j.create(type, new long[] {taps.size(), weights.channels()}, 'f');
        for (int tap = 0; tap < taps.size(); tap++) {
            Offset pixel = StepWeights.opposite(taps.get(tap).at());
            for (int channel = 0; channel < weights.channels(); channel++) {
                matrix.putScalar(tap, channel, weights.convolution(taps.get(tap).plane(), channel, pixel));
            }
        }
        return matrix;
    }

    /**
     * Goes back one step.
     *
     * @param gradient g', becomes g; C planes
     * @param hidden relu(A ⊛ h + α) as {@link Step#forward} left it; becomes its slope
     */
    void backward(Planes gradient, Planes hidden) {
        hidden.toRectifierSlope();
        hiddenGradient.setProduct(gradient, mixTransposed);
        hiddenGradient.matrix().muli(hidden.matrix());
        gather.copy(hiddenGradient, gathered);
        gradient.setProduct(gathered, convolutionTransposed);
    }
}
