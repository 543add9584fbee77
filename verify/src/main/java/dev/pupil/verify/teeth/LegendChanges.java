package dev.pupil.verify.teeth;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.compiler.text.TermText;
import dev.pupil.grammar.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Wrong legends: what a filter's numbers mean, with one label changed. */
final class LegendChanges {
    private static final String PROVED_WITHOUT = "the proofs do not need this invariant";

    private final Legend legend;

    LegendChanges(Legend legend) {
        this.legend = legend;
    }

    /** A wrong legend, what is wrong with it, and why it might be harmless. */
    record Change(String name, Legend legend, Optional<String> excuse) {}

    /** All of them. */
    Stream<Change> all() {
        return Stream.of(swappedChannels(), swappedUnits(), roles(), origins(), codes(), invariants())
                .flatMap(each -> each);
    }

    private Change change(String name, List<Channel> channels, List<UnitLabel> units, Map<String, Encoding> encodings) {
        return new Change(
                name,
                new Legend(
                        legend.name(),
                        ImmutableList.copyOf(channels),
                        ImmutableList.copyOf(units),
                        ImmutableMap.copyOf(encodings),
                        legend.invariants()),
                Optional.empty());
    }

    private Change withChannels(String name, List<Channel> channels) {
        return change(name, channels, legend.units(), legend.encodings());
    }

    private Change withUnits(String name, List<UnitLabel> units) {
        return change(name, legend.channels(), units, legend.encodings());
    }

    /** Neighbours, and each with the one half the list away. */
    private static Stream<Pair> pairs(int count) {
        Stream<Pair> neighbours = IntStream.range(1, count).mapToObj(index -> new Pair(index - 1, index));
        Stream<Pair> distant = count < 4
                ? Stream.of()
                : IntStream.range(0, count - count / 2).mapToObj(index -> new Pair(index, index + count / 2));
        return Stream.concat(neighbours, distant);
    }

    private record Pair(int first, int second) {
        <T> List<T> swap(List<T> list) {
            List<T> swapped = new ArrayList<>(list);
            Collections.swap(swapped, first, second);
            return swapped;
        }
    }

    private Stream<Change> swappedChannels() {
        return pairs(legend.channels().size())
                .map(pair -> withChannels(
                        "the labels of channels %s and %s are swapped"
                                .formatted(
                                        legend.channels().get(pair.first).name(),
                                        legend.channels().get(pair.second).name()),
                        pair.swap(legend.channels())));
    }

    private Stream<Change> swappedUnits() {
        return pairs(legend.units().size())
                .map(pair -> withUnits(
                        "the labels of hidden units %s and %s are swapped"
                                .formatted(
                                        legend.units().get(pair.first).name(),
                                        legend.units().get(pair.second).name()),
                        pair.swap(legend.units())));
    }

    /** Each thing that is said of a bit that a channel holds. */
    private Stream<Change> roles() {
        ImmutableMap<String, UnaryOperator<Role>> changes = ImmutableMap.of(
                "another field", role -> new Role(other(role), role.bit(), role.when(), role.meaning(), role.origin()),
                "another bit",
                        role -> new Role(role.field(), role.bit() + 1, role.when(), role.meaning(), role.origin()),
                "another time",
                        role -> new Role(role.field(), role.bit(), negated(role.when()), role.meaning(), role.origin()),
                "another meaning",
                        role -> new Role(role.field(), role.bit(), role.when(), "not " + role.meaning(), role.origin()),
                "another origin",
                        role -> new Role(
                                role.field(), role.bit(), role.when(), role.meaning(), elsewhere(role.origin())));
        return IntStream.range(0, legend.channels().size())
                .boxed()
                .flatMap(channel -> IntStream.range(
                                0, legend.channels().get(channel).roles().size())
                        .boxed()
                        .flatMap(role -> changes.entrySet().stream()
                                .map(change -> withRole(channel, role, change.getKey(), change.getValue()))));
    }

    private Change withRole(int number, int role, String what, UnaryOperator<Role> change) {
        Channel channel = legend.channels().get(number);
        Role old = channel.roles().get(role);
        List<Role> roles = new ArrayList<>(channel.roles());
        roles.set(role, change.apply(old));
        List<Channel> channels = new ArrayList<>(legend.channels());
        channels.set(number, new Channel(channel.name(), ImmutableList.copyOf(roles)));
        return withChannels(
                "channel %s is said to hold %s than bit %s of field %s"
                        .formatted(channel.name(), what, old.bit(), old.field()),
                channels);
    }

    private String other(Role role) {
        return legend.encodings().keySet().stream()
                .filter(name -> !name.equals(role.field()))
                .findFirst()
                .orElse("other");
    }

    private String negated(String when) {
        if (when.isEmpty()) {
            return legend.channels().getLast().name();
        }
        return when.startsWith("!") ? when.substring(1) : "!" + when;
    }

    private static Origin elsewhere(Origin origin) {
        return origin.span().isPresent()
                ? new Origin(origin.part(), origin.span().map(span -> span.to(new Span(1, 1, 1, 1))))
                : new Origin(origin.part() + "s", Optional.empty());
    }

    private Stream<Change> origins() {
        return IntStream.range(0, legend.units().size()).mapToObj(index -> {
            UnitLabel unit = legend.units().get(index);
            List<UnitLabel> units = new ArrayList<>(legend.units());
            units.set(index, new UnitLabel(unit.name(), elsewhere(unit.origin())));
            return withUnits("hidden unit %s is said to come from elsewhere".formatted(unit.name()), units);
        });
    }

    /** Every two values' codes that are next to each other. */
    private Stream<Change> codes() {
        return legend.encodings().entrySet().stream().flatMap(entry -> {
            List<Integer> values = List.copyOf(entry.getValue().codes().keySet());
            return IntStream.range(1, values.size())
                    .mapToObj(index ->
                            swappedCodes(entry.getKey(), entry.getValue(), values.get(index - 1), values.get(index)));
        });
    }

    private Change swappedCodes(String field, Encoding encoding, int first, int second) {
        Map<Integer, Integer> codes = new TreeMap<>(encoding.codes());
        codes.put(first, encoding.code(second));
        codes.put(second, encoding.code(first));
        Map<String, Encoding> encodings = new HashMap<>(legend.encodings());
        encodings.put(field, new Encoding(encoding.bits(), ImmutableSortedMap.copyOf(codes, Ordering.natural())));
        return change(
                "the codes of %s and %s of field %s are swapped".formatted(first, second, field),
                legend.channels(),
                legend.units(),
                encodings);
    }

    private Stream<Change> invariants() {
        return IntStream.range(0, legend.invariants().size()).boxed().flatMap(index -> {
            Term invariant = legend.invariants().get(index);
            String text = TermText.print(invariant).strip();
            List<Term> fewer = new ArrayList<>(legend.invariants());
            fewer.remove((int) index);
            List<Term> negated = new ArrayList<>(legend.invariants());
            negated.set(index, Terms.not(invariant));
            return Stream.of(
                    withInvariants("the invariant %s is dropped".formatted(text), fewer, Optional.of(PROVED_WITHOUT)),
                    withInvariants("the invariant %s is negated".formatted(text), negated, Optional.empty()));
        });
    }

    private Change withInvariants(String name, List<Term> invariants, Optional<String> excuse) {
        Legend changed = new Legend(
                legend.name(), legend.channels(), legend.units(), legend.encodings(), ImmutableList.copyOf(invariants));
        return new Change(name, changed, excuse);
    }
}
