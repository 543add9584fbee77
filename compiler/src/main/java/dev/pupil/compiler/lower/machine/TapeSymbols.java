package dev.pupil.compiler.lower.machine;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Term.Lane;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.program.Machine;
import java.util.OptionalInt;

/**
 * What the cell field of a pixel can hold, and what of it the lane can say before the first step.
 *
 * @param machine the machine; its symbols have their numbers for values
 */
public record TapeSymbols(Machine machine) {
    /** What the lane holds where there is a mark. */
    public static final int MARK = 2;

    /** The value of a blank cell with a mark, if machines of this kind have marks. */
    public int mark() {
        return machine.symbols().size();
    }

    /** The largest value. */
    int high() {
        return machine.lesson().isPresent() ? mark() - 1 : mark();
    }

    /** What the lane holds where the tape starts with a symbol; empty if a tape can't start with it. */
    public OptionalInt lane(int symbol) {
        if (symbol == machine.blank()) {
            return OptionalInt.of(0);
        }
        ImmutableList<Integer> inputs = machine.inputs();
        int index = inputs.indexOf(symbol);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index == inputs.size() - 1 ? 1 : -1);
    }

    /** The cell's first value as the lane gives it. */
    Term fromLane() {
        Term value = Terms.choice(new Lane(MARK), Terms.constant(mark()), Terms.constant(machine.blank()));
        for (int input : machine.inputs()) {
            value = Terms.choice(new Lane(lane(input).orElseThrow()), Terms.constant(input), value);
        }
        return value;
    }
}
