package dev.pupil.compiler.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.text.TermText;
import dev.pupil.compiler.text.TermTextException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How fields are written in bits, and what holds for them, as the JSON texts that weight files hold:
 * <pre>{@code
 * fields     [{"name": …, "bits": 2, "codes": [[value, code], …]}]
 * invariants ["!running | started", …]
 * }</pre>
 */
final class FieldLabels {
    private static final String NAME = "name";
    private static final String BITS = "bits";
    private static final String CODES = "codes";

    /** More than any field has, and few enough for codes to be whole numbers of 32 binary digits. */
    private static final int MOST_BITS = 31;

    private FieldLabels() {}

    /** The text of encodings. */
    static String fields(Map<String, Encoding> encodings) {
        ArrayNode array = JsonText.array();
        encodings.forEach((name, encoding) -> {
            ObjectNode node = array.addObject().put(NAME, name).put(BITS, encoding.bits());
            ArrayNode codes = node.putArray(CODES);
            encoding.codes()
                    .forEach((value, code) -> codes.addArray().add(value).add(code));
        });
        return JsonText.write(array);
    }

    /** The text of invariants. */
    static String invariants(List<Term> invariants) {
        ArrayNode array = JsonText.array();
        invariants.forEach(invariant -> array.add(TermText.print(invariant).strip()));
        return JsonText.write(array);
    }

    /** Reads encodings back. */
    static ImmutableMap<String, Encoding> parseFields(String text) throws WeightFileException {
        Map<String, Encoding> encodings = new LinkedHashMap<>();
        for (JsonNode node : JsonText.elements(JsonText.parse(text, "fields"), "fields")) {
            JsonText.requireMembers(node, ImmutableSet.of(NAME, BITS, CODES), ImmutableSet.of(), "a field");
            String name = JsonText.string(node, NAME, "a field");
            if (encodings.put(name, encoding(node, "field \"%s\"".formatted(name))) != null) {
                throw new WeightFileException("two fields are called \"%s\"".formatted(name));
            }
        }
        return ImmutableMap.copyOf(encodings);
    }

    private static Encoding encoding(JsonNode node, String where) throws WeightFileException {
        int bits = (int) JsonText.count(node.path(BITS), MOST_BITS, where + ", member \"bits\"");
        Map<Integer, Integer> codes = new TreeMap<>();
        for (JsonNode pair : JsonText.elements(node.path(CODES), where + ", member \"codes\"")) {
            ImmutableList<JsonNode> numbers = JsonText.elements(pair, "a code of " + where);
            if (numbers.size() != 2) {
                throw new WeightFileException("a code of %s does not have two numbers".formatted(where));
            }
            int value = JsonText.integer(numbers.get(0), "a value of " + where);
            int code = (int) JsonText.count(numbers.get(1), (1L << bits) - 1, "a code of " + where);
            if (codes.put(value, code) != null) {
                throw new WeightFileException("%s has two codes for %s".formatted(where, value));
            }
        }
        try {
            return new Encoding(bits, ImmutableSortedMap.copyOf(codes, Ordering.natural()));
        } catch (IllegalArgumentException exception) {
            throw new WeightFileException("%s: %s".formatted(where, exception.getMessage()), exception);
        }
    }

    /** Reads invariants back. */
    static ImmutableList<Term> parseInvariants(String text) throws WeightFileException {
        ImmutableList.Builder<Term> invariants = ImmutableList.builder();
        for (JsonNode node : JsonText.elements(JsonText.parse(text, "invariants"), "invariants")) {
            String invariant = JsonText.string(node, "an invariant");
            try {
                invariants.add(TermText.parse(invariant));
            } catch (TermTextException exception) {
                throw new WeightFileException(
                        "the invariant \"%s\" can't be read: %s".formatted(invariant, exception.getMessage()),
                        exception);
            }
        }
        return invariants.build();
    }
}
