package dev.pupil.compiler.lower.machine;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.machine.HeadStates.Action;
import dev.pupil.compiler.program.Move;
import java.util.function.Function;

/**
 * Terms that look up what the machine does at a pixel.
 *
 * @param states the values of the state field
 */
record Lookup(HeadStates states) {
    /**
     * A function of the rule that applies at a pixel.
     *
     * @param at which pixel
     * @param value the function
     * @param idle its value where the head is not, or has halted
     */
    Term rule(Offset at, Function<Action, Term> value, Term idle) {
        Term result = idle;
        for (int state = states.halted() - 1; state > HeadStates.NONE; state--) {
            result = Terms.choice(isState(at, state), ofSymbol(at, states.actions(state), value), result);
        }
        return result;
    }

    /** The last symbol is not asked for: it is what is left. */
    private static Term ofSymbol(Offset at, ImmutableList<Action> actions, Function<Action, Term> value) {
        Term result = value.apply(actions.getLast());
        for (Action action : actions.reverse().subList(1, actions.size())) {
            Term isRead = Terms.equal(Terms.read(MachineFields.CELL, at), Terms.constant(action.read()));
            result = Terms.choice(isRead, value.apply(action), result);
        }
        return result;
    }

    /** Whether the rule at a pixel makes the head go there. */
    Term goes(Offset at, Move move) {
        return rule(at, action -> action.move() == move ? Terms.TRUE : Terms.FALSE, Terms.FALSE);
    }

    /** The state that the head gets at a pixel if it makes a move, else that it is not there. */
    Term sent(Offset at, Move move) {
        Term none = Terms.constant(HeadStates.NONE);
        return rule(at, action -> action.move() == move ? Terms.constant(action.next()) : none, none);
    }

    /** The symbol that is in a pixel's own cell after the rule. */
    Term written() {
        return rule(Offset.CENTER, action -> Terms.constant(action.write()), Terms.read(MachineFields.CELL));
    }

    Term isState(Offset at, int value) {
        return Terms.equal(Terms.read(MachineFields.STATE, at), Terms.constant(value));
    }

    /** Whether the head is at a pixel, walking or halted. */
    Term isHead(Offset at) {
        return Terms.not(isState(at, HeadStates.NONE));
    }

    Term isHalted() {
        return isState(Offset.CENTER, states.halted());
    }
}
