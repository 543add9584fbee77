package dev.pupil.runtime.bits;

import dev.pupil.runtime.bits.kernel.Layout;
import java.util.Arrays;

/**
 * The tiles that images are cut into, and which of them have to be computed: those that the last step has changed, and
 * their neighbours. All others stay as they are, because a pixel's next value depends on its neighbours alone.
 */
final class Tiles {
    /** Words in a tile's row: two vectors, or a few of them. */
    private static final int COLUMNS = 16;

    /** Rows of words in a tile where a word holds pixels of one row only. */
    private static final int ROWS = 8;

    private final int rows;
    private final int columns;
    private final int tileRows;
    private final int tileColumns;
    private final int wordRows;
    private final int wordColumns;
    private boolean[] changed;
    private boolean[] changing;

    Tiles(Layout layout) {
        wordRows = layout.wordRows();
        wordColumns = layout.wordColumns();
        tileRows = Math.max(1, ROWS / layout.rowsPerWord());
        tileColumns = COLUMNS;
        rows = Math.ceilDiv(wordRows, tileRows);
        columns = Math.ceilDiv(wordColumns, tileColumns);
        changed = new boolean[(rows + 2) * (columns + 2)];
        changing = new boolean[changed.length];
    }

    /** The most words that a tile has. */
    static int mostWords() {
        return ROWS * COLUMNS;
    }

    /** How many pixels high a tile is. */
    static double height(Layout layout) {
        return Math.max(ROWS, layout.rowsPerWord());
    }

    /** How many pixels wide a tile is. */
    static double width(Layout layout) {
        return Math.max(1.0, (double) COLUMNS / layout.wordsPerPixel());
    }

    /** What is done to a tile. */
    @FunctionalInterface
    interface Work {
        /**
         * Computes a tile.
         *
         * @param row its first row of words
         * @param column its first column of words
         * @param rows how many rows of words
         * @param columns how many columns of words
         * @return whether anything in it has changed
         */
        boolean compute(int row, int column, int rows, int columns);
    }

    /** Everything has changed. */
    void markAll() {
        for (int row = 0; row < rows; row++) {
            // Around the tiles is a border that never changes.
            Arrays.fill(changed, at(row, 0), at(row, columns), true);
        }
    }

    /**
     * Computes all tiles that may change.
     *
     * @return whether any has changed
     */
    boolean update(Work work) {
        boolean any = false;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean changes = isDue(row, column) && compute(row, column, work);
                changing[at(row, column)] = changes;
                any |= changes;
            }
        }
        boolean[] old = changed;
        changed = changing;
        changing = old;
        return any;
    }

    private int at(int row, int column) {
        return (row + 1) * (columns + 2) + column + 1;
    }

    private boolean isDue(int row, int column) {
        int above = at(row - 1, column);
        int here = at(row, column);
        int below = at(row + 1, column);
        return changed[here]
                || changed[here - 1]
                || changed[here + 1]
                || changed[above]
                || changed[above - 1]
                || changed[above + 1]
                || changed[below]
                || changed[below - 1]
                || changed[below + 1];
    }

    private boolean compute(int row, int column, Work work) {
        int firstRow = row * tileRows;
        int firstColumn = column * tileColumns;
        return work.compute(
                firstRow,
                firstColumn,
                Math.min(tileRows, wordRows - firstRow),
                Math.min(tileColumns, wordColumns - firstColumn));
    }
}
