package dev.pupil.compiler.circuit.logic;

import java.util.BitSet;

/**
 * What the thresholds of a catalogue cost: those that are used elsewhere, nothing. It is noted which have been asked for,
 * so that an answer can be used again as long as these cost the same.
 */
final class Prices {
    private final Catalogue catalogue;
    private final BitSet free;
    private final BitSet asked = new BitSet();

    /** Prices where the thresholds with the numbers {@code free}, not to be changed, cost nothing. */
    Prices(Catalogue catalogue, BitSet free) {
        this.catalogue = catalogue;
        this.free = free;
    }

    /** What the threshold with that number costs. */
    int of(int number) {
        asked.set(number);
        return free.get(number) ? 0 : Improvement.cost(catalogue.threshold(number));
    }

    /** What a combination costs. */
    int of(Combination combination) {
        return Improvement.cost(combination, threshold -> of(catalogue.number(threshold)));
    }

    /** Whether everything that {@code other} has been asked for costs the same here. */
    boolean agreeWith(Prices other) {
        BitSet different = (BitSet) free.clone();
        different.xor(other.free);
        return !different.intersects(other.asked);
    }
}
