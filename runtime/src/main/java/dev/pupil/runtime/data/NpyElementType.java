package dev.pupil.runtime.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an element of an npy array is written.
 *
 * @param kind {@code b} truth value, {@code i} signed and {@code u} unsigned integer, {@code f} floating point
 * @param bytes its length: 1, 2, 4 or 8
 * @param order of its bytes
 */
record NpyElementType(char kind, int bytes, ByteOrder order) {
    /**
     * The type that NumPy calls so, such as {@code <f8} or {@code |b1}.
     *
     * @return empty for all that are not plain numbers or truth values
     */
    static Optional<NpyElementType> named(String name) {
        if (!name.matches("\\|[biu]1|[<>=|][iu]1|[<>][iu][248]|[<>]f[248]")) {
            return Optional.empty();
        }
        ByteOrder order = name.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return Optional.of(new NpyElementType(name.charAt(1), name.charAt(2) - '0', order));
    }

    /** The value of the next element, if it is −1, 0 or 1. */
    OptionalInt value(ByteBuffer element) {
        double value = kind == 'f' ? floating(element) : integer(element);
        return value == -1 || value == 0 || value == 1 ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    /** The value of the next element as people write it. */
    String text(ByteBuffer element) {
        return switch (kind) {
            case 'f' -> Double.toString(floating(element));
            case 'u' -> Long.toUnsignedString(integer(element));
            default -> Long.toString(integer(element));
        };
    }

    private double floating(ByteBuffer element) {
        return switch (bytes) {
            case Short.BYTES -> Float.float16ToFloat(element.getShort());
            case Float.BYTES -> element.getFloat();
            default -> element.getDouble();
        };
    }

    private long integer(ByteBuffer element) {
        boolean signed = kind == 'i';
        return switch (bytes) {
            case Byte.BYTES -> signed ? element.get() : Byte.toUnsignedLong(element.get());
            case Short.BYTES -> signed ? element.getShort() : Short.toUnsignedLong(element.getShort());
            case Integer.BYTES -> signed ? element.getInt() : Integer.toUnsignedLong(element.getInt());
            default -> element.getLong();
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case 'b' -> "bool";
            case 'f' -> "float" + bytes * Byte.SIZE;
            case 'u' -> "uint" + bytes * Byte.SIZE;
            default -> "int" + bytes * Byte.SIZE;
        };
    }
}
