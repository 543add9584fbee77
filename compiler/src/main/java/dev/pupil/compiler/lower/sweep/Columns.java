package dev.pupil.compiler.lower.sweep;

import dev.pupil.compiler.lower.sweep.Passes.Direction;

/**
 * The columns at which something happens, from the first to the last, both included.
 *
 * @param first the leftmost
 * @param last the rightmost
 */
record Columns(Column first, Column last) {
    static final Columns FIRST = at(Column.FIRST);
    static final Columns LABEL = at(Column.LABEL);
    static final Columns DIAGONAL = at(Column.DIAGONAL);

    static Columns at(Column column) {
        return new Columns(column, column);
    }

    /** Whether a scan has left these columns, or is in the last of them, when it comes to the first of {@code later}. */
    boolean areNotAfter(Columns later, Direction direction) {
        return switch (direction) {
            case RIGHT -> last.isAtMost(later.first);
            case LEFT -> later.last.isAtMost(first);
        };
    }
}
