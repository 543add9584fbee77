package dev.pupil.compiler.automaton.term;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A neighbour, as seen from a pixel.
 *
 * @param row −1 is the row above, 1 the row below
 * @param column −1 is the column at the left, 1 at the right
 */
public record Offset(int row, int column) implements Comparable<Offset> {
    /** The pixel itself. */
    public static final Offset CENTER = new Offset(0, 0);

    /** The pixel above. */
    public static final Offset UP = new Offset(-1, 0);

    /** The pixel below. */
    public static final Offset DOWN = new Offset(1, 0);

    /** The pixel at the left. */
    public static final Offset LEFT = new Offset(0, -1);

    /** The pixel at the right. */
    public static final Offset RIGHT = new Offset(0, 1);

    public Offset {
        checkArgument(Math.abs(row) <= 1 && Math.abs(column) <= 1, "not a neighbour: %s, %s", row, column);
    }

    /** The neighbour's neighbour; it must still be a neighbour. */
    public Offset plus(Offset other) {
        return new Offset(row + other.row, column + other.column);
    }

    /** The taps in reading order. */
    @Override
    public int compareTo(Offset other) {
        return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
    }

    /** {@code @up}, {@code @down_left}…; empty for the pixel itself. */
    @Override
    public String toString() {
        String vertical = row < 0 ? "up" : row > 0 ? "down" : "";
        String horizontal = column < 0 ? "left" : column > 0 ? "right" : "";
        return vertical.isEmpty() && horizontal.isEmpty()
                ? ""
                : "@" + vertical + (vertical.isEmpty() || horizontal.isEmpty() ? "" : "_") + horizontal;
    }
}
