package dev.pupil.compiler.weights;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads weight files strictly: whatever a file says that is not so, or does not fit together, is refused. Nothing is
 * allocated that the file's real size does not justify.
 */
public final class SafetensorsReader {
    /** The limit of the reference implementation. */
    private static final long LONGEST_HEADER = 100_000_000;

    /** JVM arrays and buffers hold no more. */
    private static final long LARGEST_TENSOR = Integer.MAX_VALUE - 8;

    private SafetensorsReader() {}

    /**
     * Reads a weight file.
     *
     * @throws WeightFileException if there is no readable weight file of that name, with the file's name and the reason
     */
    public static WeightFile read(Path file) throws WeightFileException {
        try {
            return open(file);
        } catch (WeightFileException exception) {
            throw new WeightFileException(file + ": " + exception.getMessage(), exception);
        } catch (AccessDeniedException exception) {
            throw new WeightFileException(file + ": permission denied", exception);
        } catch (EOFException exception) {
            throw new WeightFileException(file + ": the file became shorter while it was read", exception);
        } catch (IOException exception) {
            throw new WeightFileException(file + ": can't be read: " + exception.getMessage(), exception);
        }
    }

    /**
     * Reads a weight file that is in memory already.
     *
     * @param name what messages call it
     * @param bytes all of it, from its position to its limit; not changed
     * @throws WeightFileException if it can't be read, with the name and the reason
     */
    public static WeightFile read(String name, ByteBuffer bytes) throws WeightFileException {
        ByteBuffer file = bytes.slice();
        try {
            return read(new Bytes() {
                @Override
                public long size() {
                    return file.limit();
                }

                @Override
                public int read(ByteBuffer target, long begin) {
                    int length = Math.min(target.remaining(), file.limit() - (int) begin);
                    if (length <= 0) {
                        return -1;
                    }
                    target.put(file.slice((int) begin, length));
                    return length;
                }
            });
        } catch (WeightFileException exception) {
            throw new WeightFileException(name + ": " + exception.getMessage(), exception);
        } catch (IOException exception) {
            throw new IllegalStateException("memory can always be read", exception);
        }
    }

    private static WeightFile open(Path file) throws WeightFileException, IOException {
        if (!Files.exists(file)) {
            throw new WeightFileException("no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new WeightFileException("not a regular file");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(new Bytes() {
                @Override
                public long size() throws IOException {
                    return channel.size();
                }

                @Override
                public int read(ByteBuffer target, long begin) throws IOException {
                    return channel.read(target, begin);
                }
            });
        }
    }

    private static WeightFile read(Bytes file) throws WeightFileException, IOException {
        long size = file.size();
        if (size < Long.BYTES) {
            throw new WeightFileException("not a safetensors file: only %s bytes long".formatted(size));
        }
        long headerLength = bytes(file, 0, Long.BYTES).getLong();
        long dataBytes = size - Long.BYTES - headerLength;
        if (headerLength < 0 || dataBytes < 0) {
            throw new WeightFileException(
                    "not a safetensors file, or truncated: its header claims %s bytes, %s are there"
                            .formatted(Long.toUnsignedString(headerLength), size - Long.BYTES));
        }
        if (headerLength > LONGEST_HEADER) {
            throw new WeightFileException(
                    "its header has %s bytes; at most %s are read".formatted(headerLength, LONGEST_HEADER));
        }
        SafetensorsHeader header = SafetensorsHeader.parse(utf8(bytes(file, Long.BYTES, headerLength)), dataBytes);
        return weightFile(header, entry -> values(file, Long.BYTES + headerLength, entry));
    }

    private static WeightFile weightFile(SafetensorsHeader header, Loader loader)
            throws WeightFileException, IOException {
        Metadata metadata = Metadata.parse(header.metadata());
        ImmutableMap<String, TensorEntry> entries = header.byName();
        requireLayout(metadata, entries);
        Map<Part, Tensor> tensors = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            tensors.put(part, loader.load(entry(entries, part.tensorName())));
        }
        Filter filter = Filter.of(metadata.legend(), tensors, metadata.geometry());
        Optional<Tensor> memory = entries.containsKey(TensorLayout.MEMORY_WEIGHT)
                ? Optional.of(loader.load(entry(entries, TensorLayout.MEMORY_WEIGHT)))
                : Optional.empty();
        WeightFile file = new WeightFile(filter, metadata.source(), metadata.learningRate(), memory);
        if (file.dtype() != metadata.dtype()) {
            throw new WeightFileException(
                    "the file's numbers are %s, but %s holds them exactly".formatted(metadata.dtype(), file.dtype()));
        }
        return file;
    }

    /** Names, shapes and dtypes, before any number is read. */
    private static void requireLayout(Metadata metadata, ImmutableMap<String, TensorEntry> entries)
            throws WeightFileException {
        String outputs = Part.HEAD_OUTPUT_WEIGHT.tensorName();
        ImmutableIntArray headShape = entry(entries, outputs).shape();
        if (headShape.length() != 1 || headShape.get(0) == 0) {
            throw new WeightFileException("tensor \"%s\" has shape %s, not [J]".formatted(outputs, headShape));
        }
        Legend legend = metadata.legend();
        ImmutableMap<String, ImmutableIntArray> shapes =
                TensorLayout.shapes(legend.channels().size(), legend.units().size(), headShape.get(0));
        for (Map.Entry<String, ImmutableIntArray> shape : shapes.entrySet()) {
            ImmutableIntArray found = entry(entries, shape.getKey()).shape();
            if (!found.equals(shape.getValue())) {
                throw new WeightFileException(
                        "tensor \"%s\" has shape %s, not %s".formatted(shape.getKey(), found, shape.getValue()));
            }
        }
        for (TensorEntry entry : entries.values()) {
            requireKnown(entry, metadata, shapes);
        }
    }

    private static void requireKnown(
            TensorEntry entry, Metadata metadata, ImmutableMap<String, ImmutableIntArray> shapes)
            throws WeightFileException {
        if (entry.name().equals(TensorLayout.MEMORY_WEIGHT)) {
            ImmutableIntArray shape = entry.shape();
            if (shape.length() != 2 || shape.get(0) < 2 || shape.get(1) < 2) {
                throw new WeightFileException(
                        "tensor \"%s\" has shape %s, not [m + 1, d + 1]".formatted(TensorLayout.MEMORY_WEIGHT, shape));
            }
        } else if (!shapes.containsKey(entry.name())) {
            throw new WeightFileException("tensor \"%s\" is unknown".formatted(entry.name()));
        }
        if (entry.dtype() != metadata.dtype()) {
            throw new WeightFileException("tensor \"%s\" has dtype %s, but the file says %s"
                    .formatted(entry.name(), entry.dtype(), metadata.dtype()));
        }
    }

    private static TensorEntry entry(ImmutableMap<String, TensorEntry> entries, String name)
            throws WeightFileException {
        TensorEntry entry = entries.get(name);
        if (entry == null) {
            throw new WeightFileException("tensor \"%s\" is missing".formatted(name));
        }
        return entry;
    }

    private static Tensor values(Bytes file, long dataBegin, TensorEntry entry)
            throws WeightFileException, IOException {
        long length = entry.end() - entry.begin();
        if (length > LARGEST_TENSOR) {
            throw new WeightFileException(
                    "tensor \"%s\" has %s bytes; at most %s are read".formatted(entry.name(), length, LARGEST_TENSOR));
        }
        ByteBuffer buffer = bytes(file, dataBegin + entry.begin(), length);
        ImmutableDoubleArray.Builder values =
                ImmutableDoubleArray.builder((int) (length / entry.dtype().bytes()));
        while (buffer.hasRemaining()) {
            double value = entry.dtype().get(buffer);
            if (!Double.isFinite(value)) {
                throw new WeightFileException("tensor \"%s\" holds %s".formatted(entry.name(), value));
            }
            values.add(value);
        }
        return new Tensor(entry.shape(), values.build());
    }

    private static ByteBuffer bytes(Bytes file, long begin, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, begin + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    private static String utf8(ByteBuffer bytes) throws WeightFileException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException exception) {
            throw new WeightFileException("the header is not UTF-8", exception);
        }
    }

    /** A file's bytes, wherever they are. */
    private interface Bytes {
        /** How many there are. */
        long size() throws IOException;

        /** Reads some of those from {@code begin} on into {@code target}; returns how many, or −1 if there are none. */
        int read(ByteBuffer target, long begin) throws IOException;
    }

    /** Reads a tensor's numbers. */
    @FunctionalInterface
    private interface Loader {
        Tensor load(TensorEntry entry) throws WeightFileException, IOException;
    }
}
