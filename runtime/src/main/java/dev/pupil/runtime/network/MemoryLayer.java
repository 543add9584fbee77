package dev.pupil.runtime.network;

import dev.pupil.compiler.program.size.Sizes;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The memory layer, P = W·diag(z), and the image that the steps start from: P on the main grid, the (m + 1)×(d + 1)
 * pixels at the top left, of channel 0; the workspace constant on its other pixels; 0 in all other channels.
 */
final class MemoryLayer {
    /** What channel 0 holds outside the main grid: a value that P never takes. */
    private static final double WORKSPACE = 2;

    private final Sizes sizes;
    private final ImageShape shape;

    /** The memory layer of {@code sizes} in images of {@code shape}. */
    MemoryLayer(Sizes sizes, ImageShape shape) {
        this.sizes = sizes;
        this.shape = shape;
    }

    /** Makes {@code state} to images without any query yet. */
    void clear(Planes state) {
        state.matrix().assign(0);
        state.firstPlane(shape).assign(WORKSPACE);
    }

    /**
     * Writes one query's image into a cleared {@code state}.
     *
     * @param weight W, [m + 1, d + 1]
     * @param input z, [d + 1]
     * @param image which image of the batch
     */
    void forward(INDArray weight, INDArray input, Planes state, int image) {
        state.firstPlane(shape).get(mainGrid(image)).assign(weight.mulRowVector(input));
    }

    /** ∂ℓ/∂W, [m + 1, d + 1], from ∂ℓ/∂h₀ of a single image. */
    INDArray backward(Planes gradient, INDArray input) {
        return gradient.firstPlane(shape).get(mainGrid(0)).mulRowVector(input);
    }

    private INDArrayIndex[] mainGrid(int image) {
        return new INDArrayIndex[] {
            NDArrayIndex.point(image),
            NDArrayIndex.interval(0, sizes.examples() + 1),
            NDArrayIndex.interval(0, sizes.features() + 1)
        };
    }
}
