package dev.pupil.explain;

import dev.pupil.compiler.automaton.term.Offset;

/**
 * Names of places in the image and around a pixel.
 *
 * @param labelsLast whether the label column is the image's last
 */
record Places(boolean labelsLast) {

    /** Where a neighbour is. */
    String name(Offset at) {
        String row = at.row() < 0 ? "above" : at.row() > 0 ? "below" : "";
        String column = at.column() < 0 ? "left" : at.column() > 0 ? "right" : "";
        if (row.isEmpty() && column.isEmpty()) {
            return "here";
        }
        return row.isEmpty() ? column : column.isEmpty() ? row : row + " " + column;
    }

    /** That there is a pixel at a neighbour, or that the image ends before. */
    String border(Offset at, boolean isThere) {
        if (at.equals(Offset.CENTER)) {
            return isThere ? "after the first step" : "before the first step";
        }
        String row = at.row() < 0 ? "the first row" : "the last row";
        String column = at.column() < 0 ? "the first column" : labelsLast ? "the label column" : "the last column";
        String not = isThere ? "not in " : "in ";
        if (at.row() == 0) {
            return not + column;
        }
        return at.column() == 0 ? not + row : "%s%s%s%s".formatted(not, row, isThere ? " nor in " : " or in ", column);
    }
}
