package dev.pupil.compiler.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON, read strictly: duplicate keys, text after the end, missing and unknown members, and members of another type are
 * errors. Every method that reads takes a {@code where} that says in error messages what is being read.
 */
final class JsonText {
    private static final int LONGEST = 100_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST)
                            .maxNestingDepth(16)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** An empty object, to be filled in the order in which it will be written. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty array. */
    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Compact text. */
    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Parses {@code text}. */
    static JsonNode parse(String text, String where) throws WeightFileException {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException exception) {
            throw new WeightFileException(
                    "%s is not valid JSON: %s"
                            .formatted(where, exception.getOriginalMessage().replaceAll("\\s+", " ")),
                    exception);
        }
    }

    /** The members of an object, in the order of the text. */
    static ImmutableList<Map.Entry<String, JsonNode>> members(JsonNode node, String where) throws WeightFileException {
        if (!node.isObject()) {
            throw new WeightFileException(where + " is not a JSON object");
        }
        return ImmutableList.copyOf(node.properties());
    }

    /** The elements of an array. */
    static ImmutableList<JsonNode> elements(JsonNode node, String where) throws WeightFileException {
        if (!node.isArray()) {
            throw new WeightFileException(where + " is not a JSON array");
        }
        return ImmutableList.copyOf(node.values());
    }

    /** Refuses an object that does not have all {@code required} members or has others than these and {@code optional}. */
    static void requireMembers(
            JsonNode node, ImmutableSet<String> required, ImmutableSet<String> optional, String where)
            throws WeightFileException {
        for (Map.Entry<String, JsonNode> member : members(node, where)) {
            if (!required.contains(member.getKey()) && !optional.contains(member.getKey())) {
                throw new WeightFileException("%s has an unknown member \"%s\"".formatted(where, member.getKey()));
            }
        }
        for (String name : required) {
            if (!node.has(name)) {
                throw new WeightFileException("%s has no \"%s\"".formatted(where, name));
            }
        }
    }

    /** The text that a member holds. */
    static String string(JsonNode object, String member, String where) throws WeightFileException {
        return string(object.path(member), "%s, member \"%s\"".formatted(where, member));
    }

    /** The text that {@code node} is. */
    static String string(JsonNode node, String where) throws WeightFileException {
        if (!node.isString()) {
            throw new WeightFileException(where + " is not a string");
        }
        return node.stringValue();
    }

    /** The number that {@code node} is, of at most 32 binary digits. */
    static int integer(JsonNode node, String where) throws WeightFileException {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new WeightFileException(where + " is not a whole number of 32 binary digits");
        }
        return node.intValue();
    }

    /** The number that {@code node} is, from 0 to {@code largest}. */
    static long count(JsonNode node, long largest, String where) throws WeightFileException {
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < 0
                || node.longValue() > largest) {
            throw new WeightFileException("%s is not a whole number from 0 to %s".formatted(where, largest));
        }
        return node.longValue();
    }
}
