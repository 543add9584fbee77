package dev.pupil.compiler.lower.sweep;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.automaton.Origin;

/**
 * Where a value lives while passes run.
 *
 * @param name unique identifier
 * @param kind how it moves
 * @param low smallest value
 * @param high largest value
 * @param initial its value at the start: of a cell before the first example, of a carry where a row's scan enters, of a
 *     column value in row 0
 * @param origin the variable's declaration or the condition it stands for
 */
public record Slot(String name, Kind kind, int low, int high, int initial, Origin origin) {
    /** How a value moves. */
    public enum Kind {
        /** The example's bit in this column, or another vector's element; moves down with the example. */
        FEATURE("feature"),
        /** The example's label (0 for the query), or what else is the same in every pixel it comes by; read-only. */
        LABEL("label"),
        /** Memory; stays at its pixel from example to example. */
        CELL("cell"),
        /** Runs along the row with the scan; starts anew in every row. */
        CARRY("carry"),
        /** Moves down the label column with the example. */
        COLUMN("column"),
        /** The prediction; written once, by the query. */
        ANSWER("answer");

        private final String keyword;

        Kind(String keyword) {
            this.keyword = keyword;
        }

        /** As written in the text form of passes. */
        public String keyword() {
            return keyword;
        }
    }

    public Slot {
        checkArgument(low <= initial && initial <= high, "%s starts at %s, outside %s..%s", name, initial, low, high);
    }
}
