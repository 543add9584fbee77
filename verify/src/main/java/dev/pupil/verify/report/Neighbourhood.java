package dev.pupil.verify.report;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.automaton.term.Offset;

/**
 * A pixel and its neighbours between two steps.
 *
 * @param pixels nine of them, row by row
 */
public record Neighbourhood(ImmutableList<Pixel> pixels) {
    /** Pixels in a row, and rows. */
    public static final int SIDE = 3;

    public Neighbourhood {
        checkArgument(pixels.size() == SIDE * SIDE, "%s pixels", pixels.size());
    }

    /**
     * What a pixel holds.
     *
     * @param inside whether it is a pixel of the image
     * @param lane the analog lane, −1, 0, 1 or 2; 0 outside
     * @param fields every field's value; all at rest outside
     * @param marked names of those fields that are not at rest, or that matter otherwise: what is worth drawing
     */
    public record Pixel(
            boolean inside, int lane, ImmutableSortedMap<String, Integer> fields, ImmutableList<String> marked) {}

    /** The pixel at a neighbour. */
    public Pixel at(Offset offset) {
        return pixels.get((offset.row() + 1) * SIDE + offset.column() + 1);
    }
}
