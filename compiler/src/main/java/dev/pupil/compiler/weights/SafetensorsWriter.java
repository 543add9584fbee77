package dev.pupil.compiler.weights;

import com.google.common.primitives.Ints;
import dev.pupil.compiler.disk.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes weight files: a header length of eight bytes, little-endian, a JSON header padded with spaces to a multiple of
 * eight, and the tensors' numbers in their names' order. Equal weight files give equal bytes. Numbers are single
 * precision if that holds all of them exactly, else double precision.
 */
public final class SafetensorsWriter {
    private SafetensorsWriter() {}

    /**
     * Writes {@code contents} atomically: afterwards {@code file} holds all of it or is as it was.
     *
     * @throws IOException if the file can't be written
     * @throws IllegalArgumentException if {@code contents} could not be read back: a tensor of another shape than the
     *     filter's channels and units demand, or a number that is infinite or none
     */
    public static void write(Path file, WeightFile contents) throws IOException {
        AtomicFile.write(file, bytes(contents));
    }

    /** The bytes of a file that holds {@code contents}, as {@link #write} would write them. */
    public static ByteBuffer bytes(WeightFile contents) {
        SavedContents saved = SavedContents.of(contents);
        Dtype dtype = saved.dtype();
        SafetensorsHeader header = SafetensorsHeader.of(saved.metadata(), saved.tensors(), dtype);
        byte[] text = header.text().getBytes(StandardCharsets.UTF_8);
        int padding = Math.floorMod(-text.length, Long.BYTES);
        ByteBuffer bytes = ByteBuffer.allocate(
                        Ints.checkedCast((long) Long.BYTES + text.length + padding + header.dataBytes()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length + padding)
                .put(text)
                .put(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
        saved.tensors().values().forEach(tensor -> tensor.values().forEach(value -> dtype.put(bytes, value)));
        return bytes.flip();
    }
}
