package dev.pupil.compiler.lower.machine;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import java.util.OptionalInt;

/**
 * A tape on which a machine that is no learner starts, and which can be written into the lane.
 *
 * @param machine the machine
 * @param tape holds symbols only that {@linkplain Machine#inputs a tape can start with}; blank where the marks are
 * @param start where the head starts: in row 0 if the machine has one row, else below it; not in column 0
 */
public record StartingTape(Machine machine, Tape tape, Cell start) {
    public StartingTape {
        checkArgument(machine.lesson().isEmpty(), "a learner's tape is made of examples");
        checkArgument(1 <= start.column() && start.column() < tape.columns(), "no start in column %s", start.column());
        checkArgument(
                machine.isOneRow() ? start.row() == 0 : 1 <= start.row() && start.row() < tape.rows(),
                "no start in row %s",
                start.row());
    }

    /** The lane, [rows][columns], of values −1, 0, 1 and 2. */
    public int[][] lane() {
        TapeSymbols symbols = new TapeSymbols(machine);
        int[][] lane = new int[tape.rows()][tape.columns()];
        for (int row = 0; row < tape.rows(); row++) {
            for (int column = 0; column < tape.columns(); column++) {
                int symbol = tape.symbol(row, column);
                OptionalInt value = symbols.lane(symbol);
                checkArgument(
                        value.isPresent(),
                        "no tape starts with %s",
                        machine.symbols().get(symbol));
                lane[row][column] = value.getAsInt();
            }
        }
        mark(lane, 0);
        if (!machine.isOneRow()) {
            mark(lane, start.row());
        }
        return lane;
    }

    private void mark(int[][] lane, int row) {
        int column = start.column() - 1;
        checkArgument(lane[row][column] == 0, "the mark in row %s, column %s needs a blank cell", row, column);
        lane[row][column] = TapeSymbols.MARK;
    }
}
