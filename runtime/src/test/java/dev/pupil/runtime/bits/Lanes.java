package dev.pupil.runtime.bits;

import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.circuit.symbolic.Reachable;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Random analog lanes. */
final class Lanes {
    private final Random random;
    private final boolean workspace;

    /** Lanes as they can occur in a network with images of {@code geometry}. */
    Lanes(Random random, Geometry geometry) {
        this.random = random;
        this.workspace = Reachable.hasWorkspace(geometry);
    }

    /** So many lanes for images of one size. */
    List<int[][]> of(int count, int rows, int columns) {
        return Stream.generate(() -> lane(rows, columns)).limit(count).toList();
    }

    /** Signs, with empty rows in a third of the cases, and with workspace below and at the right where there can be any. */
    int[][] lane(int rows, int columns) {
        int[][] lane = new int[rows][columns];
        int full = workspace ? rows - random.nextInt(Math.min(rows, 4)) : rows;
        int wide = workspace ? columns - random.nextInt(Math.min(columns, 2)) : columns;
        boolean hasEmptyRows = random.nextInt(3) == 0;
        for (int row = 0; row < rows; row++) {
            boolean empty = hasEmptyRows && random.nextBoolean();
            for (int column = 0; column < columns; column++) {
                boolean outside = row >= full || column >= wide;
                lane[row][column] = outside ? 2 : empty ? 0 : 2 * random.nextInt(2) - 1;
            }
        }
        return lane;
    }
}
