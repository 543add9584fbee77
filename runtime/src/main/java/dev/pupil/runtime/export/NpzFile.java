package dev.pupil.runtime.export;

import com.google.common.hash.Hashing;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.SavedContents;
import dev.pupil.compiler.weights.WeightFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A network as NumPy's {@code savez} would save its tensors: an archive with a file for each, uncompressed. The texts
 * beside them are arrays without dimensions, so that {@code numpy.load} needs no pickles.
 */
public final class NpzFile {
    /** A time that archives know without a time zone; a real one would make equal networks' files differ. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private NpzFile() {}

    /**
     * The bytes of an archive.
     *
     * @param network trained or not
     * @throws IllegalArgumentException if the network could not be saved, see {@link SavedContents#of}
     */
    public static byte[] bytes(WeightFile network) throws IOException {
        SavedContents saved = SavedContents.of(network);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Tensor> tensor : saved.tensors().entrySet()) {
                add(archive, tensor.getKey(), NpyArray.of(tensor.getValue(), saved.dtype()));
            }
            for (Map.Entry<String, String> text : saved.metadata().entrySet()) {
                add(archive, text.getKey(), NpyArray.of(text.getValue()));
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream archive, String name, byte[] array) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(array.length);
        entry.setCrc(Hashing.crc32().hashBytes(array).padToLong());
        archive.putNextEntry(entry);
        archive.write(array);
        archive.closeEntry();
    }
}
