package dev.pupil.runtime.reference;

import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Machine.Rule;
import dev.pupil.compiler.program.tape.Ending;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import java.util.Optional;

/** A machine at work, step by step: the meaning that every way to execute it is compared with. */
public final class Walk {
    private final Machine machine;
    private final int columns;
    private final int rows;
    private final int[] cells;
    private int row;
    private int column;
    private int state;
    private long steps;

    /**
     * What a walk has come to.
     *
     * @param ending whether it has ended, and how
     * @param steps how many steps the machine has taken, the one that ended it included
     * @param tape what is on the tape
     * @param head where the head is; nowhere if it has left the tape
     */
    public record Result(Ending ending, long steps, Tape tape, Optional<Cell> head) {}

    /** A machine that is about to start. */
    public Walk(Machine machine, Tape tape, Cell start) {
        checkElementIndex(start.row(), tape.rows(), "row");
        checkElementIndex(start.column(), tape.columns(), "column");
        this.machine = machine;
        this.columns = tape.columns();
        this.rows = tape.rows();
        this.cells = tape.cells().toArray();
        this.row = start.row();
        this.column = start.column();
        this.state = machine.start();
    }

    /** Takes steps until the machine halts, its head leaves the tape, or it has taken so many in all. */
    public Result run(long most) {
        while (ending() == Ending.NONE && steps < most) {
            step();
        }
        return result();
    }

    private void step() {
        int cell = row * columns + column;
        Rule rule = machine.states().get(state).rules().get(cells[cell]);
        cells[cell] = rule.write();
        row += rule.move().rows();
        column += rule.move().columns();
        state = rule.next();
        steps++;
    }

    private Ending ending() {
        if (!isOnTape()) {
            return Ending.LEFT_TAPE;
        }
        return state == Machine.HALT ? Ending.HALTED : Ending.NONE;
    }

    private boolean isOnTape() {
        return 0 <= row && row < rows && 0 <= column && column < columns;
    }

    private Result result() {
        return new Result(
                ending(),
                steps,
                new Tape(ImmutableIntArray.copyOf(cells), columns),
                isOnTape() ? Optional.of(new Cell(row, column)) : Optional.empty());
    }
}
