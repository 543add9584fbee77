package dev.pupil.compiler.weights;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.grammar.source.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names and origins of channels and hidden units as the JSON texts that weight files hold:
 * <pre>{@code
 * channels [{"name": …, "roles": [{"field": …, "bit": 0, "when": …, "meaning": …, "part": …, "span": […]}]}]
 * units    [{"name": …, "part": …, "span": [line, column, end line, end column]}]
 * }</pre>
 * A span is left out where there is none.
 */
final class Labels {
    private static final String NAME = "name";
    private static final String ROLES = "roles";
    private static final String FIELD = "field";
    private static final String BIT = "bit";
    private static final String WHEN = "when";
    private static final String MEANING = "meaning";
    private static final String PART = "part";
    private static final String SPAN = "span";

    /** Bits of an int; no field has more. */
    private static final int MOST_BITS = 31;

    private Labels() {}

    /** The text of channels. */
    static String channels(ImmutableList<Channel> channels) {
        ArrayNode array = JsonText.array();
        for (Channel channel : channels) {
            ArrayNode roles = array.addObject().put(NAME, channel.name()).putArray(ROLES);
            for (Role role : channel.roles()) {
                ObjectNode node = roles.addObject()
                        .put(FIELD, role.field())
                        .put(BIT, role.bit())
                        .put(WHEN, role.when())
                        .put(MEANING, role.meaning());
                putOrigin(node, role.origin());
            }
        }
        return JsonText.write(array);
    }

    /** The text of hidden units' labels. */
    static String units(ImmutableList<UnitLabel> units) {
        ArrayNode array = JsonText.array();
        for (UnitLabel unit : units) {
            putOrigin(array.addObject().put(NAME, unit.name()), unit.origin());
        }
        return JsonText.write(array);
    }

    private static void putOrigin(ObjectNode node, Origin origin) {
        node.put(PART, origin.part());
        origin.span()
                .ifPresent(span -> node.putArray(SPAN)
                        .add(span.line())
                        .add(span.column())
                        .add(span.endLine())
                        .add(span.endColumn()));
    }

    /** Reads channels back. */
    static ImmutableList<Channel> parseChannels(String text) throws WeightFileException {
        ImmutableList.Builder<Channel> channels = ImmutableList.builder();
        for (JsonNode node : JsonText.elements(JsonText.parse(text, "channels"), "channels")) {
            JsonText.requireMembers(node, ImmutableSet.of(NAME, ROLES), ImmutableSet.of(), "a channel");
            String name = JsonText.string(node, NAME, "a channel");
            String where = "channel \"%s\"".formatted(name);
            ImmutableList.Builder<Role> roles = ImmutableList.builder();
            for (JsonNode role : JsonText.elements(node.path(ROLES), where + ", member \"roles\"")) {
                roles.add(role(role, "a role of " + where));
            }
            channels.add(new Channel(name, roles.build()));
        }
        ImmutableList<Channel> all = channels.build();
        requireDistinct(all.stream().map(Channel::name).collect(toImmutableList()), "channels");
        return all;
    }

    private static Role role(JsonNode node, String where) throws WeightFileException {
        JsonText.requireMembers(node, ImmutableSet.of(FIELD, BIT, WHEN, MEANING, PART), ImmutableSet.of(SPAN), where);
        return new Role(
                JsonText.string(node, FIELD, where),
                (int) JsonText.count(node.path(BIT), MOST_BITS, where + ", member \"bit\""),
                JsonText.string(node, WHEN, where),
                JsonText.string(node, MEANING, where),
                origin(node, where));
    }

    /** Reads hidden units' labels back. */
    static ImmutableList<UnitLabel> parseUnits(String text) throws WeightFileException {
        ImmutableList.Builder<UnitLabel> units = ImmutableList.builder();
        for (JsonNode node : JsonText.elements(JsonText.parse(text, "units"), "units")) {
            JsonText.requireMembers(node, ImmutableSet.of(NAME, PART), ImmutableSet.of(SPAN), "a unit");
            String name = JsonText.string(node, NAME, "a unit");
            units.add(new UnitLabel(name, origin(node, "unit \"%s\"".formatted(name))));
        }
        ImmutableList<UnitLabel> all = units.build();
        requireDistinct(all.stream().map(UnitLabel::name).collect(toImmutableList()), "units");
        return all;
    }

    private static Origin origin(JsonNode node, String where) throws WeightFileException {
        String part = JsonText.string(node, PART, where);
        return new Origin(part, node.has(SPAN) ? Optional.of(span(node.path(SPAN), where)) : Optional.empty());
    }

    private static Span span(JsonNode node, String where) throws WeightFileException {
        int[] numbers = new int[4];
        ImmutableList<JsonNode> elements = JsonText.elements(node, "the span of " + where);
        if (elements.size() != numbers.length) {
            throw new WeightFileException("the span of %s does not have four numbers".formatted(where));
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) JsonText.count(elements.get(i), Integer.MAX_VALUE, "a number in the span of " + where);
        }
        try {
            return new Span(numbers[0], numbers[1], numbers[2], numbers[3]);
        } catch (IllegalArgumentException exception) {
            throw new WeightFileException("the span of %s: %s".formatted(where, exception.getMessage()), exception);
        }
    }

    private static void requireDistinct(ImmutableList<String> names, String where) throws WeightFileException {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new WeightFileException("two %s are called \"%s\"".formatted(where, name));
            }
        }
    }
}
