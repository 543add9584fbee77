package dev.pupil.compiler.logic;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Thresholds with small weights over a few variables, one for every different vector of values in the situations that
 * can occur: the one with the fewest non-zero weights. Vectors are known by a fingerprint that is linear, so that a
 * sum's fingerprint is the sum of the fingerprints; who finds something by it must check it.
 */
final class UnitPool {
    private static final int ABSENT = -1;

    /** Bits of the filter for each place of the table. */
    private static final int FILTER = 8;

    private final Situations situations;
    private final long[] coordinates;
    private final List<Unit> units = new ArrayList<>();
    private long[] fingerprints = new long[64];

    /** An open-addressing table: position plus one of a threshold with some fingerprint, 0 where nothing is. */
    private int[] table = new int[256];

    /** A bit for every fingerprint, by its low bits: most of what is looked for is not there, and this says so quickly. */
    private long[] filter = new long[FILTER * table.length / Long.SIZE];

    /** A threshold, with a weight for each variable. */
    private record Unit(ImmutableIntArray weights, int bias) {}

    /** A pool with weights from −{@code largest} to {@code largest}. */
    UnitPool(Situations situations, int largest) {
        this.situations = situations;
        this.coordinates = new SplittableRandom(1).longs(situations.size()).toArray();
        enumerate(0, new int[situations.width()], new int[situations.size()], largest);
    }

    private void enumerate(int position, int[] weights, int[] sums, int largest) {
        if (position == weights.length) {
            addBiases(weights, sums);
            return;
        }
        for (int weight = -largest; weight <= largest; weight++) {
            int[] more = sums.clone();
            for (int i = 0; i < more.length; i++) {
                more[i] += situations.value(i, position) ? weight : 0;
            }
            weights[position] = weight;
            enumerate(position + 1, weights, more, largest);
        }
        weights[position] = 0;
    }

    /** Adds the thresholds whose least value is 0 and whose largest is not. */
    private void addBiases(int[] weights, int[] sums) {
        int least = sums.length == 0 ? 0 : Ints.min(sums);
        int most = sums.length == 0 ? 0 : Ints.max(sums);
        for (int bias = 1 - most; bias <= -least; bias++) {
            long fingerprint = 0;
            for (int i = 0; i < sums.length; i++) {
                fingerprint += Math.max(0, sums[i] + bias) * coordinates[i];
            }
            offer(fingerprint, weights, bias);
        }
    }

    private void offer(long fingerprint, int[] weights, int bias) {
        int known = find(fingerprint);
        if (known == ABSENT) {
            add(fingerprint, new Unit(ImmutableIntArray.copyOf(weights), bias));
        } else if (nonZero(weights, bias) < nonZero(units.get(known).weights().toArray(), units.get(known).bias())) {
            units.set(known, new Unit(ImmutableIntArray.copyOf(weights), bias));
        }
    }

    private static int nonZero(int[] weights, int bias) {
        int nonZero = bias == 0 ? 0 : 1;
        for (int weight : weights) {
            nonZero += weight == 0 ? 0 : 1;
        }
        return nonZero;
    }

    private void add(long fingerprint, Unit unit) {
        if (units.size() == fingerprints.length) {
            fingerprints = Arrays.copyOf(fingerprints, 2 * fingerprints.length);
        }
        fingerprints[units.size()] = fingerprint;
        units.add(unit);
        if (2 * units.size() > table.length) {
            table = new int[2 * table.length];
            filter = new long[2 * filter.length];
            for (int i = 0; i < units.size(); i++) {
                enter(i);
            }
        } else {
            enter(units.size() - 1);
        }
    }

    private void enter(int index) {
        table[slot(fingerprints[index])] = index + 1;
        filter[filterWord(fingerprints[index])] |= 1L << fingerprints[index];
    }

    private int filterWord(long fingerprint) {
        return (int) (fingerprint >>> 6) & (filter.length - 1);
    }

    private int slot(long fingerprint) {
        int slot = (int) (fingerprint ^ (fingerprint >>> 32)) & (table.length - 1);
        while (table[slot] != 0 && fingerprints[table[slot] - 1] != fingerprint) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /** The number of thresholds. */
    int size() {
        return units.size();
    }

    /** Threshold number {@code index}. */
    Threshold threshold(int index) {
        Unit unit = units.get(index);
        return situations.threshold(unit.weights().toArray(), unit.bias());
    }

    /** The fingerprint of threshold number {@code index}. */
    long fingerprint(int index) {
        return fingerprints[index];
    }

    /** The number of the threshold with that fingerprint, negative if there is none. */
    int find(long fingerprint) {
        return (filter[filterWord(fingerprint)] >>> fingerprint & 1) == 0 ? ABSENT : table[slot(fingerprint)] - 1;
    }

    /** The fingerprint of a vector of values, one for each situation. */
    long fingerprint(int[] values) {
        long fingerprint = 0;
        for (int i = 0; i < values.length; i++) {
            fingerprint += values[i] * coordinates[i];
        }
        return fingerprint;
    }
}
