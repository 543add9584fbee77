package dev.pupil.runtime.export;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.Dtype;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /** The bytes of a tensor, last index fastest. */
    static byte[] of(Tensor tensor, Dtype dtype) {
        String type = switch (dtype) {
            case F32 -> "<f4";
            case F64 -> "<f8";
        };
        byte[] header = header(type, tensor.shape());
        byte[] bytes = withRoom(header, dtype.bytes(), tensor.values().length());
        ByteBuffer data = dataOf(bytes, header);
        tensor.values().forEach(value -> dtype.put(data, value));
        return bytes;
    }

    /** The bytes of a text, an array without dimensions. NumPy's characters are code points of four bytes. */
    static byte[] of(String text) {
        int[] characters = text.codePoints().toArray();
        // NumPy has no strings without characters; it pads with zeros and drops them when reading.
        int length = Math.max(1, characters.length);
        byte[] header = header("<U" + length, ImmutableIntArray.of());
        byte[] bytes = withRoom(header, Integer.BYTES, length);
        dataOf(bytes, header).asIntBuffer().put(characters);
        return bytes;
    }

    private static byte[] header(String type, ImmutableIntArray shape) {
        String description = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, tuple(shape));
        int length = MAGIC.length + Short.BYTES + description.length() + 1;
        int padding = Math.floorMod(-length, ALIGNMENT);
        byte[] text = (description + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return Bytes.concat(MAGIC, new byte[] {(byte) text.length, (byte) (text.length >> Byte.SIZE)}, text);
    }

    /** {@code header} with {@code count} zeros of {@code width} bytes behind it. */
    private static byte[] withRoom(byte[] header, int width, int count) {
        return Arrays.copyOf(header, Math.addExact(header.length, Math.multiplyExact(width, count)));
    }

    private static ByteBuffer dataOf(byte[] bytes, byte[] header) {
        return ByteBuffer.wrap(bytes)
                .slice(header.length, bytes.length - header.length)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** As Python writes it: a tuple of one has a comma, too. */
    private static String tuple(ImmutableIntArray shape) {
        String sizes = shape.stream().mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.length() == 1 ? ",)" : ")");
    }
}
