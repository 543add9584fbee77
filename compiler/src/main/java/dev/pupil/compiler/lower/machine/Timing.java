package dev.pupil.compiler.lower.machine;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.size.SizeExpression;

/**
 * When a machine's automaton does what. A step of the machine that begins at step t ends at t + {@link #stepsPerStep}. A
 * step after the machine has halted, the answer is there and the image stands still.
 *
 * @param machine the machine
 */
public record Timing(Machine machine) {
    /** How many steps of the automaton a step of the machine takes: 1 if it has one row, else 2. */
    public int stepsPerStep() {
        return machine.isOneRow() ? 1 : 2;
    }

    /**
     * The step after which a machine that is no learner starts: the tape is read in step 1, the head made in step 2, and
     * then it seeks.
     *
     * @param row the row that it starts in
     * @param column the column that it starts in, at least 1
     */
    public long start(int row, int column) {
        checkArgument(column >= 1, "the mark is at the left of the start");
        return 2 + (long) stepsPerStep() * (row + column);
    }

    /** The step after which a machine that started after step {@code start} and has halted after {@code steps} stands still. */
    public long end(long start, long steps) {
        return Math.addExact(Math.addExact(start, Math.multiplyExact((long) stepsPerStep(), steps)), 1);
    }

    /** How many steps a machine has taken that started after step {@code start}, and has just answered in step {@code end}. */
    public long steps(long start, long end) {
        return (end - start - 1) / stepsPerStep();
    }

    /** L: how many steps the automaton takes in an image of m + 1 rows and d + 1 columns until a machine has to have halted. */
    SizeExpression steps() {
        SizeExpression walk = SizeExpression.of(machine.steps()).times(SizeExpression.constant(stepsPerStep()));
        // The prelude of learners starts row 0, column 0 at step 3 + m + d; other heads start in the last column at the
        // latest.
        SizeExpression before = machine.lesson().isPresent()
                ? SizeExpression.of(1, 1, 4)
                : machine.isOneRow() ? SizeExpression.of(1, 0, 2) : SizeExpression.of(2, 2, 2);
        return before.plus(walk).plus(SizeExpression.constant(1));
    }
}
