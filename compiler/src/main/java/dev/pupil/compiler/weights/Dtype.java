package dev.pupil.compiler.weights;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.compiler.filter.Tensor;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** The number formats of weight files, called as safetensors calls them. All are little-endian IEEE 754. */
public enum Dtype {
    /** Single precision. */
    F32(Float.BYTES) {
        @Override
        public void put(ByteBuffer buffer, double value) {
            buffer.putFloat((float) value);
        }

        @Override
        double get(ByteBuffer buffer) {
            return buffer.getFloat();
        }
    },
    /** Double precision. */
    F64(Double.BYTES) {
        @Override
        public void put(ByteBuffer buffer, double value) {
            buffer.putDouble(value);
        }

        @Override
        double get(ByteBuffer buffer) {
            return buffer.getDouble();
        }
    };

    private final int bytes;

    Dtype(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one value. */
    public int bytes() {
        return bytes;
    }

    /** Writes {@code value}, which this format can hold, into a little-endian buffer. */
    public abstract void put(ByteBuffer buffer, double value);

    /** Reads the next value. */
    abstract double get(ByteBuffer buffer);

    /** The format called {@code name}. */
    static Optional<Dtype> named(String name) {
        return Arrays.stream(values())
                .filter(dtype -> dtype.name().equals(name))
                .findFirst();
    }

    /** The smallest format that holds every value exactly, so that saving never changes a network. */
    static Dtype holding(Collection<Tensor> tensors) {
        return tensors.stream().map(Tensor::values).allMatch(Dtype::fitsSingle) ? F32 : F64;
    }

    private static boolean fitsSingle(ImmutableDoubleArray values) {
        return values.stream().allMatch(value -> (double) (float) value == value);
    }
}
