package dev.pupil.explain;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.TooLargeException;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.explain.Explanation.ChannelNote;
import dev.pupil.explain.Explanation.RoleNote;
import dev.pupil.explain.Explanation.Summand;
import dev.pupil.explain.Explanation.UnitNote;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Explains channels, given their hidden units. */
final class ChannelReader {
    private final Filter filter;
    private final Knowledge knowledge;
    private final Decisions decisions;
    private final StepFunctions functions;
    private final Situations situations;
    private final Wording wording;
    private final SourceText source;
    private final ImmutableList<UnitNote> units;
    private final ImmutableMap<Integer, Integer> pairs;

    ChannelReader(
            Filter filter,
            Knowledge knowledge,
            StepFunctions functions,
            Situations situations,
            Wording wording,
            SourceText source,
            ImmutableList<UnitNote> units) {
        this.filter = filter;
        this.knowledge = knowledge;
        this.decisions = knowledge.decisions();
        this.functions = functions;
        this.situations = situations;
        this.wording = wording;
        this.source = source;
        this.units = units;
        this.pairs = Pairs.of(filter);
    }

    /** A channel by its number. */
    ChannelNote note(int channel) {
        ImmutableList.Builder<String> remarks = ImmutableList.builder();
        ImmutableList<Role> roles = filter.channels().get(channel).roles();
        if (roles.isEmpty()) {
            remarks.add("The file does not say what it holds.");
        }
        if (!isRead(channel)) {
            remarks.add("Neither a hidden unit nor the head reads it.");
        }
        Optional<Levels> next = next(channel, remarks);
        next.flatMap(levels -> channel == 0 ? laneRemark(levels) : bitRemark(levels))
                .ifPresent(remarks::add);
        return new ChannelNote(
                filter.channels().get(channel).name(),
                roles.stream().map(role -> note(channel, role, next)).collect(toImmutableList()),
                formula(channel),
                Formula.number(filter.mixBias().values().get(channel)),
                summands(channel),
                remarks.build());
    }

    private boolean isRead(int channel) {
        boolean byHead = IntStream.range(0, filter.headOutputWeight().values().length())
                .anyMatch(unit -> filter.headHidden(unit, channel) != 0);
        return byHead
                || IntStream.range(0, filter.units().size())
                        .anyMatch(unit -> IntStream.range(0, Filter.TAPS)
                                .anyMatch(tap -> filter.convolution(unit, channel, tap) != 0));
    }

    private Optional<Levels> next(int channel, ImmutableList.Builder<String> remarks) {
        try {
            return Optional.of(functions.channel(channel));
        } catch (TooLargeException large) {
            remarks.add("Its sum was not worked out: %s.".formatted(large.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<String> laneRemark(Levels next) {
        Levels change = next.minus(decisions, functions.input(0, Offset.CENTER));
        Decision consistent = knowledge.consistent(situations.support(change));
        boolean stays =
                change.within(decisions, consistent).where().keySet().stream().allMatch(value -> value.signum() == 0);
        return Optional.of(stays ? "It stays as it is." : "It does not stay as it is.");
    }

    private Optional<String> bitRemark(Levels next) {
        Decision care = situations.care(next);
        if (situations.isBit(next, care)) {
            return Optional.empty();
        }
        String others = next.within(decisions, care).where().keySet().stream()
                .filter(value -> value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0)
                .map(Formula::number)
                .limit(5)
                .collect(Collectors.joining(", "));
        return Optional.of("As far as the file tells, it could become %s, which is no bit.".formatted(others));
    }

    private RoleNote note(int channel, Role role, Optional<Levels> next) {
        return new RoleNote(
                role.field(),
                role.bit(),
                wording.time(role),
                wording.title(role),
                role.origin().part(),
                source.of(role.origin()),
                channel == 0 ? Optional.empty() : next.flatMap(levels -> rule(role, levels)));
    }

    /** Where the role's bit is 1 after the step, if the channel holds the role then. */
    private Optional<String> rule(Role role, Levels next) {
        try {
            Decision time = timeAfter(role);
            BitSet support = situations.support(next);
            support.or(decisions.support(time));
            Decision domain = decisions.and(knowledge.care(support), time);
            if (domain.isFalse() || !situations.isBit(next, domain)) {
                return Optional.empty();
            }
            Decision one = next.where(decisions, value -> value.signum() > 0);
            return situations.cubes(one, domain).map(cubes -> situations.value("1", cubes, domain));
        } catch (TooLargeException large) {
            return Optional.empty();
        }
    }

    /** Where, after the step, it is the time when a channel holds the role. */
    private Decision timeAfter(Role role) {
        Optional<Layout.Guard> guard = Knowledge.guard(role);
        if (guard.isEmpty()) {
            return decisions.constant(true);
        }
        int channel = IntStream.range(0, filter.channels().size())
                .filter(number ->
                        filter.channels().get(number).name().equals(guard.get().channel()))
                .findFirst()
                .orElseThrow(() -> new TooLargeException("nothing is known of the time"));
        Decision next = functions.channel(channel).where(decisions, value -> value.signum() > 0);
        return guard.get().value() ? next : decisions.not(next);
    }

    private String formula(int channel) {
        Formula formula = new Formula();
        for (int unit = 0; unit < filter.units().size(); unit++) {
            formula.add(
                    filter.mix(channel, unit),
                    Formula.name(filter.units().get(unit).name()));
        }
        return formula.add(filter.mixBias().values().get(channel)).text();
    }

    private ImmutableList<Summand> summands(int channel) {
        ImmutableList.Builder<Summand> summands = ImmutableList.builder();
        for (int unit = 0; unit < filter.units().size(); unit++) {
            double coefficient = filter.mix(channel, unit);
            if (coefficient == 0 || isSecond(unit)) {
                continue;
            }
            Optional<Summand> pair = pair(unit, coefficient);
            summands.add(pair.orElse(summand(unit, coefficient)));
            if (pair.isEmpty() && pairs.containsKey(unit)) {
                int partner = pairs.getOrDefault(unit, unit);
                summands.add(summand(partner, filter.mix(channel, partner)));
            }
        }
        return summands.build();
    }

    private boolean isSecond(int unit) {
        return pairs.containsValue(unit);
    }

    private Summand summand(int unit, double coefficient) {
        UnitNote note = units.get(unit);
        return new Summand(
                Formula.number(coefficient), ImmutableList.of(note.name()), note.cases(), note.part(), note.source());
    }

    /** A unit and its partner together. */
    private Optional<Summand> pair(int unit, double coefficient) {
        if (!pairs.containsKey(unit)) {
            return Optional.empty();
        }
        try {
            int partner = pairs.getOrDefault(unit, unit);
            Levels step = functions.unit(unit).minus(decisions, functions.unit(partner));
            Origin origin = filter.units().get(unit).origin();
            return situations
                    .cases(step, situations.care(step))
                    .map(cases -> new Summand(
                            Formula.number(coefficient),
                            ImmutableList.copyOf(List.of(
                                    filter.units().get(unit).name(),
                                    filter.units().get(partner).name())),
                            cases,
                            origin.part(),
                            source.of(origin)));
        } catch (TooLargeException large) {
            return Optional.empty();
        }
    }
}
