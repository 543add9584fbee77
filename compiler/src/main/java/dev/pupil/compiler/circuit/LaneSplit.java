package dev.pupil.compiler.circuit;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.PartialFunction;
import dev.pupil.compiler.circuit.symbolic.LaneStep;
import dev.pupil.compiler.circuit.symbolic.Signal;
import dev.pupil.compiler.circuit.symbolic.Symbols;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A function of bits and of the analog lane, written as its value where the lane is 0 and what each step away from 0
 * changes.
 *
 * @param base the function where the lane is 0
 * @param changes what the steps change
 */
record LaneSplit(PartialFunction base, ImmutableList<Change> changes) {

    /**
     * What a step adds to the function: {@code sign} where {@code where} is 1.
     *
     * @param sign 1 or −1
     */
    record Change(LaneStep step, int sign, PartialFunction where) {}

    /** Splits a function; {@code care} says what can occur. */
    static LaneSplit of(Symbols symbols, Decision function, Decision care) {
        Decisions decisions = symbols.decisions();
        BitSet lane = new BitSet();
        for (LaneStep step : LaneStep.values()) {
            lane.set(symbols.variable(new Signal.Lane(step, 0, 0)));
        }
        Decision somewhere = decisions.exists(care, lane);
        Decision atZero = at(symbols, function, 0);
        List<Change> changes = new ArrayList<>();
        changes.addAll(
                changes(symbols, LaneStep.NEGATIVE, known(symbols, function, care, -1, atZero), atZero, somewhere));
        Decision atOne = known(symbols, function, care, 1, atZero);
        changes.addAll(changes(symbols, LaneStep.POSITIVE, atOne, atZero, somewhere));
        changes.addAll(
                changes(symbols, LaneStep.WORKSPACE, known(symbols, function, care, 2, atOne), atOne, somewhere));
        return new LaneSplit(PartialFunction.of(decisions, atZero, somewhere), ImmutableList.copyOf(changes));
    }

    private static ImmutableList<Change> changes(
            Symbols symbols, LaneStep step, Decision after, Decision before, Decision somewhere) {
        Decisions decisions = symbols.decisions();
        ImmutableList.Builder<Change> changes = ImmutableList.builder();
        Decision more = decisions.and(after, decisions.not(before));
        if (decisions.meet(more, somewhere)) {
            changes.add(new Change(step, 1, PartialFunction.of(decisions, more, somewhere)));
        }
        Decision less = decisions.and(before, decisions.not(after));
        if (decisions.meet(less, somewhere)) {
            changes.add(new Change(step, -1, PartialFunction.of(decisions, less, somewhere)));
        }
        return changes.build();
    }

    /** The function at a value of the lane, where that can occur; elsewhere {@code otherwise}. */
    private static Decision known(Symbols symbols, Decision function, Decision care, int value, Decision otherwise) {
        return symbols.decisions().choice(at(symbols, care, value), at(symbols, function, value), otherwise);
    }

    private static Decision at(Symbols symbols, Decision decision, int value) {
        Decision fixed = decision;
        for (LaneStep step : LaneStep.values()) {
            fixed = symbols.decisions().fix(fixed, symbols.variable(new Signal.Lane(step, 0, 0)), step.taken(value));
        }
        return fixed;
    }
}
