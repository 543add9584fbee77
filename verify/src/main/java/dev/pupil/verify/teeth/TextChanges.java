package dev.pupil.verify.teeth;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.WeightFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Wrong file headers: one text in a file's metadata replaced, or the file cut off. */
final class TextChanges {
    private static final ImmutableList<Replacement> REPLACEMENTS = ImmutableList.of(
            new Replacement("format", "pt"),
            new Replacement("format_version", "1"),
            new Replacement("learner", "somebody_else"),
            new Replacement("machine", "somebody_else"),
            new Replacement("program.sha256", "0".repeat(64)),
            new Replacement("learning_rate", "0.5"),
            new Replacement("dtype", "F64"),
            new Replacement("dtype", "F16"),
            new Replacement("channels", "[]"),
            new Replacement("units", "[]"),
            new Replacement("fields", "[]"),
            new Replacement("invariants", "[\\\"0\\\"]"),
            new Replacement("program.source", "learner"));

    private final ByteBuffer bytes;
    private final String header;
    private final int dataBegin;

    /** A text of the metadata and what takes its place. */
    private record Replacement(String key, String value) {}

    TextChanges(WeightFile file) {
        this.bytes = SafetensorsWriter.bytes(file).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong(0);
        this.header =
                StandardCharsets.UTF_8.decode(bytes.slice(Long.BYTES, length)).toString();
        this.dataBegin = Long.BYTES + length;
    }

    /** All of them. */
    Stream<Corruption> all() {
        Stream<Corruption> texts = REPLACEMENTS.stream()
                .filter(each -> header.contains(start(each)))
                .map(each -> new Corruption(
                        "metadata %s is %s".formatted(each.key, each.value), with(each), Optional.empty()));
        Stream<Corruption> lengths = Stream.of(
                new Corruption("the last byte is missing", cut(bytes.limit() - 1), Optional.empty()),
                new Corruption("the tensors are missing", cut(dataBegin), Optional.empty()),
                new Corruption("a byte follows the tensors", cut(bytes.limit() + 1), Optional.empty()));
        return Stream.concat(texts, lengths);
    }

    /** The first bytes of the file, and zeros if these are not enough. */
    private ByteSource cut(int length) {
        ByteBuffer copy = ByteBuffer.allocate(length);
        copy.put(bytes.slice(0, Math.min(length, bytes.limit())));
        return ByteSource.wrap(copy.array());
    }

    private static String start(Replacement replacement) {
        return "\"%s\":\"".formatted(replacement.key);
    }

    private ByteSource with(Replacement replacement) {
        String start = start(replacement);
        int begin = header.indexOf(start) + start.length();
        byte[] changed = (header.substring(0, begin) + replacement.value + header.substring(end(begin)))
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer data = bytes.slice(dataBegin, bytes.limit() - dataBegin);
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + changed.length + data.limit())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(changed.length)
                .put(changed)
                .put(data);
        return ByteSource.wrap(file.array());
    }

    /** Where the JSON string that begins at {@code begin} ends. */
    private int end(int begin) {
        int end = begin;
        while (header.charAt(end) != '"') {
            end += header.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }
}
