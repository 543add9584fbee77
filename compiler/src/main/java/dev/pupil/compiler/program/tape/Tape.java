package dev.pupil.compiler.program.tape;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.primitives.ImmutableIntArray;

/**
 * The cells of a machine: a rectangle, row after row.
 *
 * @param cells the symbols' numbers
 * @param columns how many cells a row has, at least 1
 */
public record Tape(ImmutableIntArray cells, int columns) {

    /** A cell; row 0 is at the top, column 0 at the left. */
    public record Cell(int row, int column) {}

    public Tape {
        checkArgument(columns >= 1 && cells.length() % columns == 0, "%s cells in %s columns", cells.length(), columns);
    }

    /** A tape with these rows, at least one, all of the same length. */
    public static Tape of(int[][] rows) {
        ImmutableIntArray.Builder cells = ImmutableIntArray.builder(rows.length * rows[0].length);
        for (int[] row : rows) {
            checkArgument(row.length == rows[0].length, "rows of a tape are equally long");
            cells.addAll(row);
        }
        return new Tape(cells.build(), rows[0].length);
    }

    /** How many rows there are. */
    public int rows() {
        return cells.length() / columns;
    }

    /** The symbol in a cell. */
    public int symbol(int row, int column) {
        checkElementIndex(column, columns, "column");
        return cells.get(row * columns + column);
    }

    /** How often a symbol is on the tape. */
    public long count(int symbol) {
        return cells.stream().filter(cell -> cell == symbol).count();
    }
}
