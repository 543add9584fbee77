package dev.pupil.compiler.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.math.LongMath;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The header of a safetensors file (format: <a href="https://huggingface.co/docs/safetensors">huggingface.co</a>).
 *
 * @param metadata free texts, by name
 * @param tensors in the order of their data, which they fill without gaps and overlaps
 */
record SafetensorsHeader(ImmutableSortedMap<String, String> metadata, ImmutableList<TensorEntry> tensors) {
    private static final String METADATA = "__metadata__";
    private static final String DTYPE = "dtype";
    private static final String SHAPE = "shape";
    private static final String OFFSETS = "data_offsets";

    /** The header of a file that holds {@code tensors} one after another, in their names' order. */
    static SafetensorsHeader of(
            ImmutableSortedMap<String, String> metadata, ImmutableSortedMap<String, Tensor> tensors, Dtype dtype) {
        ImmutableList.Builder<TensorEntry> entries = ImmutableList.builder();
        long begin = 0;
        for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
            long end = begin + (long) dtype.bytes() * tensor.getValue().values().length();
            entries.add(
                    new TensorEntry(tensor.getKey(), dtype, tensor.getValue().shape(), begin, end));
            begin = end;
        }
        return new SafetensorsHeader(metadata, entries.build());
    }

    /** Bytes of the data section. */
    long dataBytes() {
        return tensors.isEmpty() ? 0 : tensors.getLast().end();
    }

    /** The tensors by name. */
    ImmutableMap<String, TensorEntry> byName() {
        return tensors.stream().collect(ImmutableMap.toImmutableMap(TensorEntry::name, entry -> entry));
    }

    /** The JSON text, without padding. */
    String text() {
        ObjectNode header = JsonText.object();
        metadata.forEach(header.putObject(METADATA)::put);
        for (TensorEntry tensor : tensors) {
            ObjectNode entry =
                    header.putObject(tensor.name()).put(DTYPE, tensor.dtype().name());
            ArrayNode shape = entry.putArray(SHAPE);
            tensor.shape().forEach(shape::add);
            entry.putArray(OFFSETS).add(tensor.begin()).add(tensor.end());
        }
        return JsonText.write(header);
    }

    /**
     * Reads a header.
     *
     * @param text the JSON text
     * @param dataBytes how many bytes follow the header in the file
     * @throws WeightFileException if it is not a header, or not one of just so many bytes
     */
    static SafetensorsHeader parse(String text, long dataBytes) throws WeightFileException {
        ImmutableSortedMap.Builder<String, String> metadata = ImmutableSortedMap.naturalOrder();
        List<TensorEntry> tensors = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : JsonText.members(JsonText.parse(text, "the header"), "the header")) {
            if (member.getKey().equals(METADATA)) {
                for (Map.Entry<String, JsonNode> item : JsonText.members(member.getValue(), METADATA)) {
                    metadata.put(
                            item.getKey(),
                            JsonText.string(item.getValue(), "metadata \"%s\"".formatted(item.getKey())));
                }
            } else {
                tensors.add(entry(member.getKey(), member.getValue(), dataBytes));
            }
        }
        tensors.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        requireContiguous(tensors, dataBytes);
        return new SafetensorsHeader(metadata.buildOrThrow(), ImmutableList.copyOf(tensors));
    }

    private static TensorEntry entry(String name, JsonNode node, long dataBytes) throws WeightFileException {
        String where = "tensor \"%s\"".formatted(name);
        JsonText.requireMembers(node, ImmutableSet.of(DTYPE, SHAPE, OFFSETS), ImmutableSet.of(), where);
        String dtypeName = JsonText.string(node, DTYPE, where);
        Dtype dtype = Dtype.named(dtypeName)
                .orElseThrow(() -> new WeightFileException(
                        "%s has dtype \"%s\"; only F32 and F64 are known".formatted(where, dtypeName)));
        ImmutableIntArray.Builder shape = ImmutableIntArray.builder();
        for (JsonNode size : JsonText.elements(node.path(SHAPE), "the shape of " + where)) {
            shape.add((int) JsonText.count(size, Integer.MAX_VALUE, "a size in the shape of " + where));
        }
        ImmutableList<JsonNode> offsets = JsonText.elements(node.path(OFFSETS), "data_offsets of " + where);
        if (offsets.size() != 2) {
            throw new WeightFileException("data_offsets of %s are not two numbers".formatted(where));
        }
        long begin = JsonText.count(offsets.get(0), dataBytes, "the first data offset of " + where);
        long end = JsonText.count(offsets.get(1), dataBytes, "the second data offset of " + where);
        TensorEntry entry = new TensorEntry(name, dtype, shape.build(), begin, end);
        requireFilled(entry, where);
        return entry;
    }

    private static void requireFilled(TensorEntry entry, String where) throws WeightFileException {
        long bytes = entry.dtype().bytes();
        for (int size : entry.shape().asList()) {
            bytes = LongMath.saturatedMultiply(bytes, size);
        }
        if (bytes != entry.end() - entry.begin()) {
            throw new WeightFileException("%s has shape %s, which does not fill the bytes %s to %s"
                    .formatted(where, entry.shape(), entry.begin(), entry.end()));
        }
    }

    private static void requireContiguous(List<TensorEntry> tensors, long dataBytes) throws WeightFileException {
        long end = 0;
        for (TensorEntry tensor : tensors) {
            if (tensor.begin() != end) {
                throw new WeightFileException("tensor \"%s\" begins at byte %s of the data, but %s"
                        .formatted(
                                tensor.name(),
                                tensor.begin(),
                                tensor.begin() < end
                                        ? "the one before it ends at " + end
                                        : "nothing fills the bytes from " + end));
            }
            end = tensor.end();
        }
        if (end != dataBytes) {
            throw new WeightFileException(
                    "the tensors fill %s bytes, but %s follow the header".formatted(end, dataBytes));
        }
    }
}
