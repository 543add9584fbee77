package dev.pupil.runtime.bits;

import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.bits.rule.Planes;

/** Images as numbers again. */
final class Images {
    private final Layout layout;
    private final long[] words;

    /**
     * A view of images.
     *
     * @param layout how they are laid out
     * @param words in what
     */
    Images(Layout layout, long[] words) {
        this.layout = layout;
        this.words = words;
    }

    /** How they are laid out. */
    Layout layout() {
        return layout;
    }

    /** A channel's value at a pixel: that of the lane, which is channel 0, or a bit; 0 outside the image. */
    int value(int channel, int image, int row, int column) {
        if (row < 0 || row >= layout.rows() || column < 0 || column >= layout.columns()) {
            return 0;
        }
        return channel == 0
                ? Planes.lane(bit(Planes.LANE_LOW, image, row, column), bit(Planes.LANE_HIGH, image, row, column))
                : bit(Planes.of(channel), image, row, column) ? 1 : 0;
    }

    private boolean bit(int plane, int image, int row, int column) {
        return (words[layout.index(plane, row, column, image)] >>> layout.bit(row, image) & 1) != 0;
    }
}
