package dev.pupil.verify.behaviour;

import com.google.common.base.Splitter;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.grammar.source.Span;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Subject;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Hidden units' labels: a unit is named after the first channel that it adds to, with a number that counts, and comes from the rules of the fields
 * in the channels that it adds to: of all of them, but of two fields that share a channel perhaps from one only.
 */
record UnitLabels() implements FilePart {
    @Override
    public Optional<Counterexample> fault(Subject subject) {
        Filter filter = subject.file().filter();
        Multiset<String> named = HashMultiset.create();
        for (int unit = 0; unit < filter.units().size(); unit++) {
            UnitLabel label = filter.units().get(unit);
            Optional<String> fault = fault(targets(filter, unit), label, named);
            if (fault.isEmpty() && !Texts.exists(label.origin(), subject.file().source())) {
                fault = Optional.of("comes from source text that the program does not have");
            }
            if (fault.isPresent()) {
                return fault.map(text -> Counterexample.of("hidden unit %s %s".formatted(label.name(), text)));
            }
        }
        return Optional.empty();
    }

    /** The channels that a unit adds to. */
    private static ImmutableList<Channel> targets(Filter filter, int unit) {
        return IntStream.range(0, filter.channels().size())
                .filter(channel -> filter.mix(channel, unit) != 0)
                .mapToObj(channel -> filter.channels().get(channel))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * What a label says wrongly.
     *
     * @param named the channels that the units before are named after; the label's is added
     */
    private static Optional<String> fault(ImmutableList<Channel> targets, UnitLabel label, Multiset<String> named) {
        if (targets.isEmpty()) {
            return Optional.of("adds to no channel");
        }
        String first = targets.getFirst().name();
        named.add(first);
        String name = "%s#%s".formatted(first, named.count(first));
        if (!label.name().equals(name)) {
            return Optional.of("should be called %s, after the first channel that it adds to".formatted(name));
        }
        return hasOrigin(targets, label.origin())
                ? Optional.empty()
                : Optional.of("is said to come from other rules than those of the channels that it adds to");
    }

    private static boolean hasOrigin(ImmutableList<Channel> targets, Origin origin) {
        ImmutableSet<String> parts = ImmutableSet.copyOf(Splitter.on(", ").split(origin.part()));
        ImmutableSet<Origin> covered = targets.stream()
                .flatMap(channel -> channel.roles().stream())
                .map(Role::origin)
                .filter(each -> parts.contains(each.part()) && covers(origin.span(), each.span()))
                .collect(ImmutableSet.toImmutableSet());
        ImmutableSet<Origin> needed = targets.stream()
                .filter(channel -> channel.roles().size() == 1)
                .map(channel -> channel.roles().getFirst().origin())
                .collect(ImmutableSet.toImmutableSet());
        return covered.containsAll(needed)
                && covered.stream()
                        .map(Origin::part)
                        .collect(ImmutableSet.toImmutableSet())
                        .equals(parts)
                && span(covered).equals(origin.span());
    }

    private static boolean covers(Optional<Span> outer, Optional<Span> inner) {
        return inner.isEmpty()
                || (outer.isPresent() && outer.get().to(inner.get()).equals(outer.get()));
    }

    private static Optional<Span> span(Collection<Origin> origins) {
        return origins.stream().flatMap(origin -> origin.span().stream()).reduce(Span::to);
    }

    @Override
    public Evidence evidence(Subject subject) {
        return new Evidence(
                Strength.CHECKED,
                "the hidden units' names and origins are those of the channels that they add to",
                subject.file().filter().units().size(),
                "hidden units");
    }
}
