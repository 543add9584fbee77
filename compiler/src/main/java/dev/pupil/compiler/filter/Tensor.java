package dev.pupil.compiler.filter;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;

/**
 * An immutable dense tensor, last index fastest. Values are held in double precision; the dtype is the file's.
 *
 * @param shape the sizes of its dimensions
 * @param values as many as the product of the sizes
 */
public record Tensor(ImmutableIntArray shape, ImmutableDoubleArray values) {
    public Tensor {
        long size = 1;
        for (int i = 0; i < shape.length(); i++) {
            size = Math.multiplyExact(size, shape.get(i));
        }
        checkArgument(size == values.length(), "%s values do not fill shape %s", values.length(), shape);
    }

    /** A tensor of the given shape. */
    public static Tensor of(double[] values, int... shape) {
        return new Tensor(ImmutableIntArray.copyOf(shape), ImmutableDoubleArray.copyOf(values));
    }

    /** The number of values that are not zero. */
    public int nonZero() {
        return (int) values.stream().filter(value -> value != 0).count();
    }
}
