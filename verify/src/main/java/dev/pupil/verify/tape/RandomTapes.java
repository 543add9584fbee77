package dev.pupil.verify.tape;

import dev.pupil.compiler.lower.machine.StartingTape;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Tapes by chance: small images, full of symbols that a tape can start with, and a start anywhere. */
final class RandomTapes {
    private static final int MOST_ROWS = 9;
    private static final int MOST_COLUMNS = 40;

    private final Machine machine;
    private final SplittableRandom random;

    RandomTapes(Machine machine, long seed) {
        this.machine = machine;
        this.random = new SplittableRandom(seed);
    }

    /** So many of them. */
    Stream<StartingTape> tapes(int count) {
        return Stream.generate(this::tape).limit(count);
    }

    private StartingTape tape() {
        int rows = machine.isOneRow() ? 2 : random.nextInt(3, MOST_ROWS);
        int columns = random.nextInt(3, MOST_COLUMNS);
        List<Integer> inputs = machine.inputs();
        int[][] tape = new int[rows][columns];
        for (int[] row : tape) {
            for (int column = 0; column < columns; column++) {
                int chosen = random.nextInt(inputs.size() + 1);
                row[column] = chosen == 0 ? machine.blank() : inputs.get(chosen - 1);
            }
        }
        Cell start = new Cell(machine.isOneRow() ? 0 : random.nextInt(1, rows), random.nextInt(1, columns));
        // Where the marks stand that lead the head to its start.
        tape[0][start.column() - 1] = machine.blank();
        tape[start.row()][start.column() - 1] = machine.blank();
        return new StartingTape(machine, Tape.of(tape), start);
    }
}
