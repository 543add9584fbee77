package dev.pupil.runtime.bits.rule;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The planes of bits that an image is held in. The analog lane takes two: it holds −1, 0, 1 or 2, and its planes are
 * the two low bits of that number in two's complement. Every other channel is a bit and takes one.
 */
public final class Planes {
    /** The lane's lowest bit: it is −1 or 1. */
    public static final int LANE_LOW = 0;

    /** The lane's next bit: it is −1 or 2. */
    public static final int LANE_HIGH = 1;

    /** How many planes the lane takes. */
    public static final int OF_LANE = 2;

    private Planes() {}

    /** The plane of a channel other than the lane, which is channel 0. */
    public static int of(int channel) {
        checkArgument(channel > 0, "the lane has two planes");
        return channel + 1;
    }

    /** The channel to which a plane belongs. */
    public static int channel(int plane) {
        return Math.max(0, plane - 1);
    }

    /** The lane's value. */
    public static int lane(boolean low, boolean high) {
        return low ? (high ? -1 : 1) : high ? 2 : 0;
    }

    /** The lane's value as a function of its two planes' bits. */
    static Diagram lane(Diagrams diagrams, Diagram low, Diagram high) {
        return diagrams.choice(
                low, diagrams.map(high, bit -> lane(true, bit == 1)), diagrams.map(high, bit -> lane(false, bit == 1)));
    }
}
