package dev.pupil.explain;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.TooLargeException;
import dev.pupil.compiler.circuit.symbolic.LaneStep;
import dev.pupil.compiler.filter.Filter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A filter's sums as functions of bits: the lane holds −1, 0, 1 or 2, every other channel 0 or 1. All methods throw
 * {@link TooLargeException} where a sum has too many inputs or values to be taken apart.
 */
final class StepFunctions {
    /** More inputs than any compiled unit has; the work can double with each. */
    private static final int MOST_INPUTS = 24;

    private final Filter filter;
    private final Knowledge knowledge;
    private final Decisions decisions;
    private final Map<Integer, Levels> units = new TreeMap<>();

    StepFunctions(Filter filter, Knowledge knowledge) {
        this.filter = filter;
        this.knowledge = knowledge;
        this.decisions = knowledge.decisions();
    }

    /** A channel's value at a neighbour. */
    Levels input(int channel, Offset at) {
        if (channel > 0) {
            Decision one = knowledge.channel(filter.channels().get(channel).name(), at);
            return levels(Map.of(0, decisions.not(one), 1, one));
        }
        Decision negative = knowledge.lane(LaneStep.NEGATIVE, at);
        Decision positive = decisions.and(decisions.not(negative), knowledge.lane(LaneStep.POSITIVE, at));
        Decision workspace = knowledge.lane(LaneStep.WORKSPACE, at);
        return levels(Map.of(
                -1, negative,
                0, decisions.not(decisions.or(negative, positive)),
                1, decisions.and(positive, decisions.not(workspace)),
                2, decisions.and(positive, workspace)));
    }

    private static Levels levels(Map<Integer, Decision> where) {
        TreeMap<BigDecimal, Decision> levels = new TreeMap<>();
        where.forEach((value, here) -> levels.put(Levels.exact(value), here));
        return new Levels(ImmutableSortedMap.copyOf(levels, Ordering.natural()));
    }

    /** relu(A ⊛ h + α) of a hidden unit. */
    Levels unit(int unit) {
        Levels known = units.get(unit);
        if (known == null) {
            known = unitWithout(unit, -1, -1);
            units.put(unit, known);
        }
        return known;
    }

    /** What a hidden unit would be without its weight from a channel at a tap. */
    Levels unitWithout(int unit, int omittedChannel, int omittedTap) {
        Levels sum =
                Levels.constant(decisions, filter.convolutionBias().values().get(unit));
        int inputs = 0;
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                double weight = filter.convolution(unit, channel, tap);
                if (weight != 0 && !(channel == omittedChannel && tap == omittedTap)) {
                    inputs++;
                    requireFew(inputs);
                    sum = sum.plus(decisions, input(channel, Filter.offset(tap)).times(decisions, weight));
                }
            }
        }
        return sum.rectified(decisions);
    }

    private static void requireFew(int inputs) {
        if (inputs > MOST_INPUTS) {
            throw new TooLargeException("it has more than " + MOST_INPUTS + " inputs");
        }
    }

    /** B·relu(A ⊛ h + α) + β of a channel. */
    Levels channel(int channel) {
        Levels sum = Levels.constant(decisions, filter.mixBias().values().get(channel));
        for (int unit = 0; unit < filter.units().size(); unit++) {
            double weight = filter.mix(channel, unit);
            if (weight != 0) {
                sum = sum.plus(decisions, unit(unit).times(decisions, weight));
            }
        }
        return sum;
    }

    /** relu(V·h + ν) of one of the head's units. */
    Levels headUnit(int unit) {
        Levels sum = Levels.constant(decisions, filter.headHiddenBias().values().get(unit));
        int inputs = 0;
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            double weight = filter.headHidden(unit, channel);
            if (weight != 0) {
                inputs++;
                requireFew(inputs);
                sum = sum.plus(decisions, input(channel, Offset.CENTER).times(decisions, weight));
            }
        }
        return sum.rectified(decisions);
    }
}
