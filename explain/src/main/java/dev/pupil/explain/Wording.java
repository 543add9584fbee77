package dev.pupil.explain;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimap;
import com.google.common.collect.MultimapBuilder;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.circuit.symbolic.LaneStep;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.circuit.symbolic.Signal;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.grammar.source.Excerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says conditions in the words of the file's labels. */
final class Wording {
    /** What begins a text that could only say what a channel holds by saying when. */
    static final String AMBIGUOUS = "[";

    private final Filter filter;
    private final Knowledge knowledge;
    private final Decisions decisions;
    private final ImmutableMap<String, Channel> channels;
    private final Places places;

    Wording(Filter filter, Knowledge knowledge) {
        this.filter = filter;
        this.knowledge = knowledge;
        this.decisions = knowledge.decisions();
        this.channels = Maps.uniqueIndex(filter.channels(), Channel::name);
        this.places = new Places(filter.geometry().columns().equals(SizeExpression.of(1, 0, 1)));
    }

    /** That one of the cubes is the case. */
    String alternatives(List<Cube> cubes) {
        return alternatives(cubes, decisions.constant(true));
    }

    /**
     * That one of the cubes is the case.
     *
     * @param within what is known to be the case
     */
    String alternatives(List<Cube> cubes, Decision within) {
        if (cubes.isEmpty()) {
            return "nowhere";
        }
        Decision any = decisions.constant(false);
        for (Cube cube : cubes) {
            any = decisions.or(any, cube.decision(decisions));
        }
        Decision context = decisions.and(within, any);
        Cube common = cubes.stream().reduce(Cube::common).orElseThrow();
        if (cubes.size() == 1) {
            return common.literals().isEmpty() ? "everywhere" : conjunction(common, context);
        }
        String rest = cubes.stream()
                .map(cube ->
                        "(" + conjunction(cube.without(common), decisions.and(within, cube.decision(decisions))) + ")")
                .collect(Collectors.joining(" or "));
        return common.literals().isEmpty() ? rest : conjunction(common, context) + "; and " + rest;
    }

    /**
     * That all of a cube's literals are the case.
     *
     * @param context what is the case besides
     */
    private String conjunction(Cube cube, Decision context) {
        List<String> here = new ArrayList<>();
        Multimap<Offset, Literal> around =
                MultimapBuilder.treeKeys(OFFSETS).arrayListValues().build();
        Multimap<Offset, LaneStep> lanes =
                MultimapBuilder.treeKeys(OFFSETS).arrayListValues().build();
        cube.literals().forEach((variable, value) -> {
            switch (knowledge.signal(variable)) {
                case Signal.Channel channel -> {
                    Offset at = new Offset(channel.row(), channel.column());
                    if (isInside(channel.name())) {
                        here.add(places.border(at, value));
                    } else {
                        around.put(at, new Literal(channel.name(), value));
                    }
                }
                case Signal.Lane lane -> lanes.put(new Offset(lane.row(), lane.column()), lane.step());
                case Signal.After after -> throw new IllegalStateException("weights do not look ahead: " + after);
            }
        });
        Multimap<Offset, String> said =
                MultimapBuilder.treeKeys(OFFSETS).arrayListValues().build();
        lanes.keySet().forEach(at -> said.put(at, "the lane is " + laneText(cube, at, context)));
        around.asMap().forEach((at, literals) -> said.putAll(at, phrases(at, List.copyOf(literals), context)));
        List<String> groups = new ArrayList<>();
        said.asMap().forEach((at, phrases) -> {
            if (at.equals(Offset.CENTER)) {
                here.addAll(phrases);
            } else {
                groups.add(heading(at, around.get(at), context) + ": " + String.join(", ", phrases));
            }
        });
        if (!here.isEmpty()) {
            groups.addFirst(String.join(", ", here));
        }
        return String.join("; ", groups);
    }

    private static final Comparator<Offset> OFFSETS = Comparator.<Offset>comparingInt(
                    at -> Math.abs(at.row()) + Math.abs(at.column()))
            .thenComparing(Comparator.naturalOrder());

    /** A channel with a value, at a neighbour that the reader knows. */
    private record Literal(String channel, boolean value) {}

    private boolean isInside(String name) {
        return knowledge.problem().isEmpty()
                && roles(name).size() == 1
                && roles(name).getFirst().field().equals(Automaton.INSIDE);
    }

    private ImmutableList<Role> roles(String channel) {
        Channel known = channels.get(channel);
        return known == null ? ImmutableList.of() : known.roles();
    }

    /** Where, and whether there may be no pixel there: then all its channels are 0. */
    private String heading(Offset at, Iterable<Literal> literals, Decision context) {
        for (Literal literal : literals) {
            if (literal.value) {
                return places.name(at);
            }
        }
        return knowledge.problem().isEmpty() && knowledge.isPossible(decisions.and(context, decisions.not(isThere(at))))
                ? places.name(at) + ", if a pixel is there"
                : places.name(at);
    }

    /** Where there is a pixel at a neighbour; its channels tell nothing but 0 if there is none. */
    private Decision isThere(Offset at) {
        return filter.channels().stream()
                .map(Channel::name)
                .filter(this::isInside)
                .findFirst()
                .map(inside -> knowledge.channel(inside, at))
                .orElse(decisions.constant(true));
    }

    private String laneText(Cube cube, Offset at, Decision context) {
        return laneValues(cube, at, knowledge).stream()
                .filter(value -> knowledge.isPossible(decisions.and(context, knowledge.laneIs(value, at))))
                .map(value -> value == 2 ? "2 (workspace)" : value == 1 ? "+1" : Integer.toString(value))
                .collect(Collectors.joining(" or "));
    }

    /** The values that a pixel's lane may have by the cube's literals about it. */
    static ImmutableList<Integer> laneValues(Cube cube, Offset at, Knowledge knowledge) {
        return IntStream.rangeClosed(-1, 2)
                .filter(value -> cube.literals().entrySet().stream()
                        .allMatch(literal -> !(knowledge.signal(literal.getKey()) instanceof Signal.Lane lane)
                                || lane.row() != at.row()
                                || lane.column() != at.column()
                                || lane.step().taken(value) == literal.getValue()))
                .boxed()
                .collect(toImmutableList());
    }

    /** What the literals of one pixel say; bits of the same field together. */
    private List<String> phrases(Offset at, List<Literal> literals, Decision context) {
        List<String> phrases = new ArrayList<>();
        Multimap<String, Bit> fields = LinkedHashMultimap.create();
        for (Literal literal : literals) {
            ImmutableList<Role> roles = possibleRoles(literal.channel, at, context);
            if (roles.size() != 1) {
                phrases.add(ambiguous(literal, roles));
            } else {
                Role role = roles.getFirst();
                fields.put(role.field(), new Bit(role, literal.value));
            }
        }
        fields.asMap().forEach((field, bits) -> phrases.add(fieldPhrase(List.copyOf(bits))));
        return phrases;
    }

    /** A bit of a field with its value. */
    private record Bit(Role role, boolean value) {}

    private ImmutableList<Role> possibleRoles(String channel, Offset at, Decision context) {
        ImmutableList<Role> roles = roles(channel);
        if (roles.size() < 2 || knowledge.problem().isPresent()) {
            return roles;
        }
        Decision there = decisions.and(context, isThere(at));
        return roles.stream()
                .filter(role -> knowledge.isPossible(decisions.and(there, time(role, at))))
                .collect(toImmutableList());
    }

    /** Where the neighbour's channel holds the role. */
    private Decision time(Role role, Offset at) {
        return Knowledge.guard(role).map(guard -> knowledge.holds(guard, at)).orElse(decisions.constant(true));
    }

    private String ambiguous(Literal literal, List<Role> roles) {
        if (roles.isEmpty()) {
            return "%s is %s".formatted(Formula.name(literal.channel), literal.value ? "1" : "0");
        }
        return roles.stream()
                .map(role -> "%s: %s".formatted(time(role), fieldPhrase(List.of(new Bit(role, literal.value)))))
                .collect(Collectors.joining("; ", AMBIGUOUS, "]"));
    }

    /** When a channel holds a role; empty if always. */
    String time(Role role) {
        return Knowledge.guard(role).map(this::time).orElse("");
    }

    /** A time. */
    String time(Layout.Guard guard) {
        ImmutableList<Role> guards = roles(guard.channel());
        return guards.size() == 1
                ? "while " + Phrases.bit(meaning(guards.getFirst()), guard.value())
                : "while %s is %s".formatted(Formula.name(guard.channel()), guard.value() ? "1" : "0");
    }

    /** The channel that tells which role others hold, if there is only one. */
    Optional<String> guard() {
        ImmutableSet<String> guards = filter.channels().stream()
                .flatMap(channel -> channel.roles().stream())
                .flatMap(role -> Knowledge.guard(role).stream())
                .map(Layout.Guard::channel)
                .collect(toImmutableSet());
        return guards.size() == 1 && knowledge.problem().isEmpty()
                ? guards.stream().findFirst()
                : Optional.empty();
    }

    /** What a role means, or else the name of its field. */
    static String meaning(Role role) {
        return Excerpt.printable(role.meaning().isBlank() ? role.field() : role.meaning());
    }

    private String fieldPhrase(List<Bit> bits) {
        Role role = bits.getFirst().role;
        Encoding encoding = filter.legend().encodings().get(role.field());
        if (encoding == null || isPlainBit(encoding)) {
            return Phrases.bit(meaning(role), bits.getFirst().value);
        }
        TreeSet<Integer> values = new TreeSet<>(encoding.codes().keySet());
        for (Bit bit : bits) {
            values.removeIf(value -> (encoding.code(value) >> bit.role.bit() & 1) != (bit.value ? 1 : 0));
        }
        return Phrases.value(meaning(role), values(values, encoding.codes().keySet()));
    }

    /** Whether a field has the values 0 and 1, written as they are. */
    static boolean isPlainBit(Encoding encoding) {
        return encoding.codes().equals(ImmutableMap.of(0, 0, 1, 1));
    }

    /** Some values out of all that are possible. */
    private static String values(SortedSet<Integer> values, SortedSet<Integer> all) {
        if (values.isEmpty()) {
            return "none of its values";
        }
        int first = values.first();
        int last = values.last();
        if (values.size() == 1) {
            return Integer.toString(first);
        }
        if (all.subSet(first, last + 1).size() == values.size()) {
            return first == all.first()
                    ? "at most " + last
                    : last == all.last() ? "at least " + first : first + " to " + last;
        }
        return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "one of ", ""));
    }

    /** What a role's bit is about, for a rule that says where it is 1 next. */
    String subject(Role role) {
        Encoding encoding = filter.legend().encodings().get(role.field());
        return encoding == null || encoding.bits() <= 1
                ? Phrases.bit(meaning(role), true)
                : "bit %s of %s is 1".formatted(role.bit(), meaning(role));
    }

    /** A role's meaning with its bit, if there are several. */
    String title(Role role) {
        Encoding encoding = filter.legend().encodings().get(role.field());
        return encoding == null || encoding.bits() <= 1
                ? meaning(role)
                : "%s, bit %s of %s".formatted(meaning(role), role.bit(), encoding.bits());
    }
}
