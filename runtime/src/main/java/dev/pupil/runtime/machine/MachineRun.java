package dev.pupil.runtime.machine;

import dev.pupil.compiler.lower.machine.StartingTape;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Ending;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import java.util.Optional;

/**
 * What has become of a machine.
 *
 * @param start what it started on
 * @param ending whether it has ended, and how
 * @param steps how many steps the machine has taken, the one that ended it included
 * @param networkSteps how many the network has, until nothing changed any more; 0 if there was none
 * @param tape what is on the tape now; of a machine that has not ended, whatever was on it last
 * @param head where the head is; nowhere if it has left the tape
 */
public record MachineRun(
        StartingTape start, Ending ending, long steps, long networkSteps, Tape tape, Optional<Cell> head) {

    /** The machine. */
    public Machine machine() {
        return start.machine();
    }

    /** The symbol that the head is at. */
    public Optional<Integer> headSymbol() {
        return head.map(cell -> tape.symbol(cell.row(), cell.column()));
    }

    /** What the machine answers, if it is one that does: whether it has halted on one of its answers. */
    public Optional<Boolean> answer() {
        return machine().answers().isEmpty()
                ? Optional.empty()
                : headSymbol().map(machine().answers()::contains);
    }
}
