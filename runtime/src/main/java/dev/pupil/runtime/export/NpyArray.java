package dev.pupil.runtime.export;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.Dtype;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Arrays as NumPy saves them (format: <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>, version 1.0).
 */
final class NpyArray {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The data begin at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private NpyArray() {}

    /** A tensor, last index fastest. */
    static ByteBuffer of(Tensor tensor, Dtype dtype) {
        String type = switch (dtype) {
            case F32 -> "<f4";
            case F64 -> "<f8";
        };
        ByteBuffer bytes = array(
                type,
                tensor.shape(),
                Math.multiplyExact(dtype.bytes(), tensor.values().length()));
        tensor.values().forEach(value -> dtype.put(bytes, value));
        return bytes.flip();
    }

    /** A text, as an array without dimensions. NumPy's characters are code points of four bytes. */
    static ByteBuffer of(String text) {
        int[] characters = text.codePoints().toArray();
        // NumPy has no strings without characters; it pads with zeros and drops them when reading.
        int length = Math.max(1, characters.length);
        ByteBuffer bytes = array("<U" + length, ImmutableIntArray.of(), Math.multiplyExact(Integer.BYTES, length));
        for (int character : characters) {
            bytes.putInt(character);
        }
        return bytes.rewind();
    }

    /** The header, in a buffer in which {@code dataBytes} bytes have room behind it. */
    private static ByteBuffer array(String type, ImmutableIntArray shape, int dataBytes) {
        String description = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, tuple(shape));
        int length = MAGIC.length + Short.BYTES + description.length() + 1;
        int padding = Math.floorMod(-length, ALIGNMENT);
        byte[] header = (description + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(Math.addExact(length + padding, dataBytes))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) header.length)
                .put(header);
    }

    /** As Python writes it: a tuple of one has a comma, too. */
    private static String tuple(ImmutableIntArray shape) {
        String sizes = shape.stream().mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.length() == 1 ? ",)" : ")");
    }
}
