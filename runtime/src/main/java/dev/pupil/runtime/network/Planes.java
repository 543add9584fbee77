package dev.pupil.runtime.network;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.Buffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Planes of a batch of images, one after another in native memory: a matrix [pixels, planes] in Fortran order, zero at
 * first. The operations on it are prepared once, because making one costs as much as executing it on a small image.
 */
final class Planes {
    private final INDArray matrix;
    private final MemorySegment memory;
    private final boolean isDouble;
    private final RectifiedLinear rectifier;
    private final org.nd4j.linalg.api.ops.impl.scalar.Step rectifierSlope;

    /** So many planes of zeros. */
    Planes(DataType type, ImageShape shape, int planes) {
        matrix = Nd4j.create(type, new long[] {shape.pixels(), planes}, 'f');
        Buffer buffer = matrix.data().asNio();
        memory = MemorySegment.ofBuffer(buffer.clear());
        isDouble = type == DataType.DOUBLE;
        rectifier = new RectifiedLinear(matrix, matrix);
        rectifierSlope = new org.nd4j.linalg.api.ops.impl.scalar.Step(matrix, matrix);
    }

    /** The matrix [pixels, planes] itself, not a copy. */
    INDArray matrix() {
        return matrix;
    }

    /** The matrix's memory. */
    MemorySegment memory() {
        return memory;
    }

    /** The first plane as [images, rows, columns], a view. */
    INDArray firstPlane(ImageShape shape) {
        return Nd4j.create(
                matrix.data(),
                new long[] {shape.images(), shape.rows(), shape.columns()},
                new long[] {shape.pixelsPerImage(), shape.columns(), 1},
                0,
                'c',
                matrix.dataType());
    }

    /** Makes this {@code left}·{@code right}, left of which are planes of the same images. */
    void setProduct(Planes left, INDArray right) {
        Nd4j.gemm(left.matrix, right, matrix, false, false, 1, 0);
    }

    /** Makes every value x to relu(x). */
    void rectify() {
        Nd4j.getExecutioner().exec(rectifier);
    }

    /** Makes every value x to relu'(x): 1 if it is positive, else 0. */
    void toRectifierSlope() {
        Nd4j.getExecutioner().exec(rectifierSlope);
    }

    /** The size of the largest value. */
    double largest() {
        return largest(matrix.length());
    }

    /** The size of the largest value in the first plane. */
    double largestInFirst() {
        return largest(matrix.size(0));
    }

    /** Of so many values: not an operation of the library, for starting one takes longer than this. */
    private double largest(long count) {
        double largest = 0;
        for (long index = 0; index < count; index++) {
            double value = isDouble
                    ? memory.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, index)
                    : memory.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, index);
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Copies all planes of {@code other}, which has as many. */
    void set(Planes other) {
        memory.copyFrom(other.memory);
    }
}
