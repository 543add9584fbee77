package dev.pupil.compiler.lower.machine;

import dev.pupil.compiler.lower.prelude.Names;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import java.util.Optional;

/**
 * Reads an image as a machine's tape, whoever computed it.
 *
 * @param machine the machine
 * @param image the image, whose fields may change between two readings
 * @param rows H
 * @param columns w
 */
public record TapeReader(Machine machine, Image image, int rows, int columns) {

    /** Values of an automaton's fields. */
    @FunctionalInterface
    public interface Image {
        /** A field's value at a pixel. */
        int value(String field, int row, int column);
    }

    /** What is on the tape; marks are blank. */
    public Tape tape() {
        int mark = new TapeSymbols(machine).mark();
        int[][] cells = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int symbol = image.value(MachineFields.CELL, row, column);
                cells[row][column] = symbol == mark ? machine.blank() : symbol;
            }
        }
        return Tape.of(cells);
    }

    /** Where the head is, or goes from; nowhere if it has not been made yet, or has left the image. */
    public Optional<Cell> head() {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (isHead(row, column)) {
                    return Optional.of(new Cell(row, column));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isHead(int row, int column) {
        return image.value(MachineFields.STATE, row, column) != HeadStates.NONE
                || image.value(Names.ANSWERED, row, column) == 1
                || (!machine.isOneRow() && image.value(MachineFields.TAKEN, row, column) != HeadStates.NONE);
    }

    /** Whether the machine has halted, and the network shows it. */
    public boolean hasHalted() {
        return head().filter(cell -> image.value(Names.ANSWERED, cell.row(), cell.column()) == 1)
                .isPresent();
    }
}
