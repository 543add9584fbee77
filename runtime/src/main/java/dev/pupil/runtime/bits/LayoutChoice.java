package dev.pupil.runtime.bits;

import com.google.common.math.LongMath;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.bits.kernel.Layout;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses between the layouts. Few queries on a large image want many of its rows in a word; many queries want theirs
 * side by side in one, because then no bit is shifted and a tile that something changes in is small.
 */
final class LayoutChoice {
    /** How much longer words take that hold several rows of an image, for their shifts. */
    private static final double SHIFTS = 1.5;

    /** Images of so many bytes take twice as long as small ones, which stay in a core's own cache. */
    private static final double BYTES_TO_DOUBLE = 24e6;

    /**
     * The share of an image that has to be computed in a step: the first of these of it, and so many times the share that
     * a tile has of its height and of its width. Measured for parity; other learners' waves are alike.
     */
    private static final double ACTIVE = 0.33;

    private static final double ACTIVE_BY_HEIGHT = 0.9;
    private static final double ACTIVE_BY_WIDTH = 1;

    /** As long as every Java makes them. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Geometry geometry;
    private final Sizes sizes;
    private final int planes;

    LayoutChoice(BitsProgram program, Sizes sizes) {
        this.geometry = program.filter().geometry();
        this.sizes = sizes;
        this.planes = program.planes();
    }

    /** H. */
    long rows() {
        return geometry.rows().at(sizes);
    }

    /** w. */
    long columns() {
        return geometry.columns().at(sizes);
    }

    /** L. */
    long steps() {
        return geometry.steps().at(sizes);
    }

    /**
     * Whether there is a layout.
     *
     * @param mostWords how many words there is memory for in an array
     */
    boolean isPossible(double mostWords) {
        return rows() <= Integer.MAX_VALUE && columns() <= Integer.MAX_VALUE && fits(1, 1, mostWords);
    }

    private boolean fits(int imagesPerWord, int wordsPerPixel, double mostWords) {
        return words(imagesPerWord, wordsPerPixel) <= Math.min(mostWords, LONGEST_ARRAY);
    }

    /** The number of words in an array, in so large numbers that nothing overflows. */
    double words(int imagesPerWord, int wordsPerPixel) {
        double wordRows = LongMath.divide(rows(), Long.SIZE / imagesPerWord, RoundingMode.CEILING) + 2.0;
        return wordRows * planes * (columns() * (double) wordsPerPixel + 2 * 8 + wordsPerPixel);
    }

    /**
     * The layout in which so many queries take the least time.
     *
     * @param threads how many groups of them are computed at once
     * @param lanes words in a vector
     * @param mostWords how many words there is memory for in an array; enough for {@link #isPossible}
     */
    Layout best(int queries, int threads, int lanes, double mostWords) {
        List<Layout> layouts = new ArrayList<>();
        for (int imagesPerWord = 1; imagesPerWord <= Long.SIZE; imagesPerWord *= 2) {
            for (int wordsPerPixel = 1; wordsPerPixel <= lanes; wordsPerPixel *= 2) {
                if (fits(imagesPerWord, wordsPerPixel, mostWords)) {
                    layouts.add(new Layout(
                            Math.toIntExact(rows()), Math.toIntExact(columns()), planes, imagesPerWord, wordsPerPixel));
                }
            }
        }
        return layouts.stream()
                .min(Comparator.comparingDouble(layout -> cost(layout, queries, threads, lanes)))
                .orElseThrow();
    }

    private static double cost(Layout layout, int queries, int threads, int lanes) {
        int groups = Math.ceilDiv(queries, layout.images());
        double vectors = (double) layout.wordRows() * Math.ceilDiv(layout.wordColumns(), lanes);
        double shifts = layout.rowsPerWord() > 1 ? SHIFTS : 1;
        double caches = 1 + Math.min(groups, threads) * 2.0 * layout.words() * Long.BYTES / BYTES_TO_DOUBLE;
        double active = ACTIVE
                + ACTIVE_BY_HEIGHT * Tiles.height(layout) / layout.rows()
                + ACTIVE_BY_WIDTH * Tiles.width(layout) / layout.columns();
        return Math.ceilDiv(groups, threads) * vectors * shifts * caches * Math.min(1, active);
    }
}
