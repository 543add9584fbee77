package dev.pupil.runtime.bits;

import dev.pupil.runtime.bits.kernel.Layout;
import java.util.Arrays;

/**
 * The tiles that images are cut into, and which of them have to be computed: those that the last step has changed, and
 * their neighbours. All others stay as they are, because a pixel's next value depends on its neighbours alone.
 */
final class Tiles {
    /** Words in a tile's row: two vectors, or a few of them. */
    static final int COLUMNS = 16;

    /** If less than this part of all tiles is due, they are computed one by one without looking at all others. */
    private static final int FEW = 8;

    /** Rows of words in a tile where a word holds pixels of one row only. */
    private static final int ROWS = 8;

    private final int rows;
    private final int columns;
    private final int tileRows;
    private final int tileColumns;
    private final int wordRows;
    private final int wordColumns;
    /** The number of the step in which a tile was last due; the tiles around the image, which don't exist, always are. */
    private final long[] due;

    private final int[] dueTiles;
    /** The tiles that the last step has changed. */
    private final int[] changedTiles;

    private int changed;
    private long step;

    Tiles(Layout layout) {
        this(layout, COLUMNS);
    }

    /** Tiles of so many words in a row, at most {@link #COLUMNS}. */
    Tiles(Layout layout, int tileColumns) {
        wordRows = layout.wordRows();
        wordColumns = layout.wordColumns();
        tileRows = Math.max(1, ROWS / layout.rowsPerWord());
        this.tileColumns = tileColumns;
        rows = Math.ceilDiv(wordRows, tileRows);
        columns = Math.ceilDiv(wordColumns, tileColumns);
        due = new long[(rows + 2) * (columns + 2)];
        dueTiles = new int[rows * columns];
        changedTiles = new int[rows * columns];
        Arrays.fill(due, Long.MAX_VALUE);
        for (int row = 0; row < rows; row++) {
            Arrays.fill(due, at(row, 0), at(row, columns), 0);
        }
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
        changed = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                changedTiles[changed++] = at(row, column);
            }
        }
    }

    /**
     * Computes all tiles that may change.
     *
     * @return whether any has changed
     */
    boolean update(Work work) {
        step++;
        int count = findDue();
        changed = 0;
        if (count < rows * columns / FEW) {
            for (int i = 0; i < count; i++) {
                compute(dueTiles[i], work);
            }
        } else {
            computeInOrder(work);
        }
        return changed > 0;
    }

    /** Makes the changed tiles and their neighbours due; returns how many tiles are. */
    private int findDue() {
        int count = 0;
        for (int i = 0; i < changed; i++) {
            int first = changedTiles[i] - (columns + 2) - 1;
            for (int above = first; above <= first + 2 * (columns + 2); above += columns + 2) {
                for (int tile = above; tile < above + 3; tile++) {
                    if (due[tile] < step) {
                        due[tile] = step;
                        dueTiles[count++] = tile;
                    }
                }
            }
        }
        return count;
    }

    /** In the order in which they lie in memory, which is fastest where there are many. */
    private void computeInOrder(Work work) {
        for (int row = 0; row < rows; row++) {
            for (int tile = at(row, 0); tile < at(row, columns); tile++) {
                if (due[tile] == step) {
                    compute(tile, work);
                }
            }
        }
    }

    private int at(int row, int column) {
        return (row + 1) * (columns + 2) + column + 1;
    }

    private void compute(int tile, Work work) {
        int firstRow = (tile / (columns + 2) - 1) * tileRows;
        int firstColumn = (tile % (columns + 2) - 1) * tileColumns;
        boolean changes = work.compute(
                firstRow,
                firstColumn,
                Math.min(tileRows, wordRows - firstRow),
                Math.min(tileColumns, wordColumns - firstColumn));
        if (changes) {
            changedTiles[changed++] = tile;
        }
    }
}
