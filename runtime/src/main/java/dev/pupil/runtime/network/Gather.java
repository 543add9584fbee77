package dev.pupil.runtime.network;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Copies planes, each shifted by one pixel at most, side by side: what im2col does, but only for the (plane, tap) pairs
 * that have a weight. A pixel whose neighbour lies outside its image gets 0.
 */
final class Gather {

    /** The plane number {@code plane}, seen from each pixel at the neighbour {@code at}. */
    record Tap(int plane, Offset at) {}

    private final ImageShape shape;
    private final ImmutableList<Tap> taps;
    private final int bytes;

    /** Copies {@code taps} of images of {@code shape}. */
    Gather(DataType type, ImageShape shape, ImmutableList<Tap> taps) {
        this.shape = shape;
        this.taps = taps;
        this.bytes = type.width();
    }

    /**
     * Copies.
     *
     * @param from holds every tap's plane
     * @param to tap i goes to plane i; where a neighbouring row lies outside, {@code to} is left as it is: zero, if
     *     nothing but this has written there
     */
    void copy(Planes from, Planes to) {
        for (int i = 0; i < taps.size(); i++) {
            Tap tap = taps.get(i);
            long source = (long) tap.plane * shape.pixels();
            long target = (long) i * shape.pixels();
            for (int image = 0; image < shape.images(); image++) {
                copyImage(from.memory(), source, to.memory(), target, tap.at);
                source += shape.pixelsPerImage();
                target += shape.pixelsPerImage();
            }
        }
    }

    private void copyImage(MemorySegment from, long source, MemorySegment to, long target, Offset at) {
        int columns = shape.columns();
        long first = target + (long) Math.max(0, -at.row()) * columns;
        long end = target + (long) (shape.rows() - Math.max(0, at.row())) * columns;
        long shift = source - target + (long) at.row() * columns + at.column();
        long firstCopied = first + Math.max(0, -at.column());
        long endCopied = end - Math.max(0, at.column());
        if (firstCopied < endCopied) {
            MemorySegment.copy(
                    from, (firstCopied + shift) * bytes, to, firstCopied * bytes, (endCopied - firstCopied) * bytes);
        }
        if (at.column() != 0) {
            // The copy has wrapped around the images' side: there the neighbour lies outside.
            for (long border = at.column() < 0 ? first : first + columns - 1; border < end; border += columns) {
                clear(to, border);
            }
        }
    }

    private void clear(MemorySegment memory, long index) {
        if (bytes == Float.BYTES) {
            memory.set(ValueLayout.JAVA_FLOAT, index * Float.BYTES, 0);
        } else {
            memory.set(ValueLayout.JAVA_DOUBLE, index * Double.BYTES, 0);
        }
    }
}
