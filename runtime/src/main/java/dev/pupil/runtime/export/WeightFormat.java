package dev.pupil.runtime.export;

import dev.pupil.compiler.disk.AtomicFile;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.SavedContents;
import dev.pupil.compiler.weights.WeightFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file formats in which networks are saved, known by their files' names. */
public enum WeightFormat {
    /** The native format, the only one that is read back. */
    SAFETENSORS,
    /** The whole network as one model, for any ONNX runtime. */
    ONNX,
    /** The tensors, for NumPy. */
    NPZ;

    /** Files are made in memory, where an array has no more elements; this leaves room for names and texts. */
    private static final long LARGEST = Integer.MAX_VALUE - (1L << 27);

    /** The format of files with such a name; empty if its extension is none of the formats'. */
    public static Optional<WeightFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.extension()))
                .findFirst();
    }

    /** All formats' extensions, as a list in a sentence. */
    public static String extensions() {
        return Arrays.stream(values())
                .limit(values().length - 1L)
                .map(WeightFormat::extension)
                .collect(Collectors.joining(", ", "", " or " + values()[values().length - 1].extension()));
    }

    /** How names of such files end, for example {@code .npz}. */
    public String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a network atomically: afterwards {@code file} holds all of it or is as it was.
     *
     * @throws IOException if the file can't be written, or the network is too large for one
     * @throws IllegalArgumentException if the network could not be saved, see {@link SavedContents#of}
     */
    public void write(Path file, WeightFile network) throws IOException {
        requireSmall(file, network);
        AtomicFile.write(file, bytes(network));
    }

    private ByteBuffer bytes(WeightFile network) throws IOException {
        return switch (this) {
            case SAFETENSORS -> SafetensorsWriter.bytes(network);
            case ONNX -> ByteBuffer.wrap(OnnxModel.bytes(network));
            case NPZ -> ByteBuffer.wrap(NpzFile.bytes(network));
        };
    }

    private static void requireSmall(Path file, WeightFile network) throws FileSystemException {
        SavedContents saved = SavedContents.of(network);
        long bytes = saved.tensors().values().stream()
                .map(Tensor::values)
                .mapToLong(values -> (long) saved.dtype().bytes() * values.length())
                .sum();
        if (bytes > LARGEST) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    String.format(
                            Locale.ROOT,
                            "the network's numbers take %.1f GB, more than the %.1f GB that are written",
                            bytes / 1e9,
                            LARGEST / 1e9));
        }
    }
}
