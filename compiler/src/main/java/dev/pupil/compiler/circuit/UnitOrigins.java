package dev.pupil.compiler.circuit;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.Threshold;
import dev.pupil.compiler.circuit.symbolic.Reachable;
import dev.pupil.compiler.circuit.symbolic.Signal;
import dev.pupil.compiler.circuit.symbolic.Symbols;
import dev.pupil.grammar.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says for every unit which rules it comes from. */
final class UnitOrigins {
    private final Symbols symbols;
    private final Reachable reachable;
    private final SetMultimap<Threshold, ChannelRule> plainUsers = LinkedHashMultimap.create();
    private final SetMultimap<GatedStep, ChannelRule> stepUsers = LinkedHashMultimap.create();

    /**
     * Origins of the units of a circuit.
     *
     * @param rules every channel
     * @param realisations how they are computed, in the same order
     */
    UnitOrigins(Symbols symbols, Reachable reachable, List<ChannelRule> rules, List<Realisation> realisations) {
        this.symbols = symbols;
        this.reachable = reachable;
        for (int i = 0; i < rules.size(); i++) {
            ChannelRule rule = rules.get(i);
            Realisation realisation = realisations.get(i);
            realisation.plain().coefficients().keySet().forEach(threshold -> plainUsers.put(threshold, rule));
            realisation.steps().keySet().forEach(step -> stepUsers.put(step, rule));
        }
    }

    /** The origin of a threshold's unit. */
    Origin of(Threshold threshold) {
        return merged(() -> threshold.isPositive(symbols.decisions()), plainUsers.get(threshold));
    }

    /** The origin of a step's units. */
    Origin of(GatedStep step) {
        Decisions decisions = symbols.decisions();
        Decision taken = symbols.decision(new Signal.Lane(step.step(), 0, 0));
        return merged(() -> decisions.and(taken, step.gate().isPositive(decisions)), stepUsers.get(step));
    }

    private Origin merged(Supplier<Decision> active, Set<ChannelRule> users) {
        Set<Origin> origins = new LinkedHashSet<>();
        for (ChannelRule user : users) {
            involved(active, user.parts())
                    .forEach(part -> origins.add(part.field().origin()));
        }
        Optional<Span> span =
                origins.stream().flatMap(origin -> origin.span().stream()).reduce(Span::to);
        return new Origin(origins.stream().map(Origin::part).distinct().collect(Collectors.joining(", ")), span);
    }

    /** Parts whose next value can be 1 while the unit is active; if there are none, parts whose time it can be. */
    private List<ChannelRule.Part> involved(Supplier<Decision> active, List<ChannelRule.Part> parts) {
        if (parts.size() == 1) {
            return parts;
        }
        Stream<Predicate<ChannelRule.Part>> criteria =
                Stream.of(part -> occurs(active.get(), part.next()), part -> occurs(active.get(), part.time()));
        return criteria.map(criterion -> parts.stream().filter(criterion).toList())
                .filter(chosen -> !chosen.isEmpty())
                .findFirst()
                .orElse(parts);
    }

    private boolean occurs(Decision active, Decision next) {
        return reachable.example(symbols.decisions().and(active, next)).isPresent();
    }
}
