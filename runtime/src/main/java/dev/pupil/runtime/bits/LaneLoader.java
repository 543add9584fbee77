package dev.pupil.runtime.bits;

import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.bits.rule.Planes;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.TrainedMemory;

/** Writes the analog lane before the first step. */
final class LaneLoader {
    private final Layout layout;
    private final long[] words;

    /** Writes to {@code words}, which are 0. */
    LaneLoader(Layout layout, long[] words) {
        this.layout = layout;
        this.words = words;
    }

    /**
     * Writes given values.
     *
     * @param image for which image
     * @param lane −1, 0, 1 and 2, [H][w]
     */
    void load(int image, int[][] lane) {
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                long bit = 1L << layout.bit(row, image);
                set(Planes.LANE_LOW, row, column, image, (lane[row][column] & 1) != 0 ? bit : 0);
                set(Planes.LANE_HIGH, row, column, image, (lane[row][column] & 2) != 0 ? bit : 0);
            }
        }
    }

    private void set(int plane, int row, int column, int image, long bits) {
        words[layout.index(plane, row, column, image)] |= bits;
    }

    /**
     * Writes W·diag(z) on the main grid, where z = [x; 1] for a query x, and 2 in the workspace around it, to all images.
     *
     * @param first the first query
     * @param count how many queries there are; the last is repeated
     */
    void load(TrainedMemory memory, DataSet queries, int first, int count) {
        for (int word = 0; word < layout.wordsPerPixel(); word++) {
            load(memory, queries, first, count, word * layout.imagesPerWord());
        }
    }

    /** The same for the images of one word, the first of which is {@code image}. */
    private void load(TrainedMemory memory, DataSet queries, int first, int count, int image) {
        for (int column = 0; column < layout.columns(); column++) {
            long positive = column < queries.features() ? positive(queries, first, count, image, column) : -1;
            for (int row = 0; row < layout.rows(); row++) {
                load(memory, row, column, image, positive);
            }
        }
    }

    /** The queries' inputs in a column: bit i is 1 if that of image {@code image} + i is +1. */
    private long positive(DataSet queries, int first, int count, int image, int column) {
        long positive = 0;
        for (int i = 0; i < layout.imagesPerWord(); i++) {
            if (queries.feature(first + Math.min(image + i, count - 1), column)) {
                positive |= 1L << i;
            }
        }
        return positive;
    }

    private void load(TrainedMemory memory, int row, int column, int image, long positive) {
        Sizes sizes = memory.sizes();
        long images = -1L >>> (Long.SIZE - layout.imagesPerWord());
        boolean workspace = row > sizes.examples() || column > sizes.features();
        long low = workspace ? 0 : images;
        long high = workspace ? images : (memory.isPositive(row, column) ? ~positive : positive) & images;
        int shift = layout.bit(row, image);
        set(Planes.LANE_LOW, row, column, image, low << shift);
        set(Planes.LANE_HIGH, row, column, image, high << shift);
    }
}
