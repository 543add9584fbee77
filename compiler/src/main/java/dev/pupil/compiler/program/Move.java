package dev.pupil.compiler.program;

/** Where a machine's head goes in a step. */
public enum Move {
    /** One cell to the left. */
    LEFT(0, -1),
    /** One cell to the right. */
    RIGHT(0, 1),
    /** One row up. */
    UP(-1, 0),
    /** One row down. */
    DOWN(1, 0),
    /** Nowhere. */
    STAY(0, 0);

    private final int rows;
    private final int columns;

    Move(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** By how many rows the head goes down. */
    public int rows() {
        return rows;
    }

    /** By how many columns the head goes to the right. */
    public int columns() {
        return columns;
    }

    /** Whether the head leaves its row. */
    public boolean isVertical() {
        return rows != 0;
    }
}
