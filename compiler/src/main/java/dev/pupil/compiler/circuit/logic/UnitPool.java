package dev.pupil.compiler.circuit.logic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Thresholds with small weights over a few variables, one for every different vector of values in the situations that
 * can occur: the one with the fewest non-zero weights. Vectors are known by a fingerprint that is linear, so that a
 * sum's fingerprint is the sum of the fingerprints; who finds something by it must check it.
 */
final class UnitPool {
    private static final int ABSENT = -1;

    /** The largest weight there can be. */
    private static final int MOST_WEIGHT = 3;

    /** Bits of the filter for each threshold, at least: six are used, so that most of what is absent is seen to be. */
    private static final int FILTER_BITS = 64;

    private final Situations situations;
    private final long[] coordinates;
    private final Map<Integer, Threshold> used = new HashMap<>();

    // A threshold has a number. Few are ever used, so they are kept as numbers.

    private int size;
    private long[] fingerprints = new long[64];
    private int[] weights = new int[64];
    private int[] biases = new int[64];

    /** An open-addressing table: number plus one of a threshold with some fingerprint, 0 where nothing is. */
    private int[] table = new int[256];

    private final long[] filter;

    /** A pool with weights from −{@code largest} to {@code largest}, at most {@link #MOST_WEIGHT}, of at most 10 variables. */
    UnitPool(Situations situations, int largest) {
        this.situations = situations;
        this.coordinates = new SplittableRandom(1).longs(situations.size()).toArray();
        enumerate(0, new int[situations.width()], new int[situations.size()], largest);
        this.filter = new long[Integer.highestOneBit(Math.max(1, size) * FILTER_BITS / Long.SIZE) * 2];
        fillFilter();
    }

    private void enumerate(int position, int[] chosen, int[] sums, int largest) {
        if (position == chosen.length) {
            addBiases(chosen, sums);
            return;
        }
        situations.add(position, -largest, sums);
        for (int weight = -largest; weight <= largest; weight++) {
            chosen[position] = weight;
            enumerate(position + 1, chosen, sums, largest);
            situations.add(position, weight < largest ? 1 : -largest, sums);
        }
        chosen[position] = 0;
    }

    /**
     * Adds the thresholds whose least value is 0 and whose largest is not. Where the bias is one more, so is the value in
     * all situations in which it is positive.
     */
    private void addBiases(int[] chosen, int[] sums) {
        int reach = MOST_WEIGHT * chosen.length;
        long[] bySum = new long[2 * reach + 1];
        int least = reach;
        int most = -reach;
        for (int i = 0; i < sums.length; i++) {
            bySum[sums[i] + reach] += coordinates[i];
            least = Math.min(least, sums[i]);
            most = Math.max(most, sums[i]);
        }
        int packed = pack(chosen);
        long positive = 0;
        long fingerprint = 0;
        for (int bias = 1 - most; bias <= -least; bias++) {
            positive += bySum[1 - bias + reach];
            fingerprint += positive;
            offer(fingerprint, packed, bias);
        }
    }

    /** The weights in one number, three bits each. */
    private static int pack(int[] chosen) {
        int packed = 0;
        for (int i = 0; i < chosen.length; i++) {
            packed |= (chosen[i] & 7) << (3 * i);
        }
        return packed;
    }

    private static int unpack(int packed, int position) {
        return packed << (29 - 3 * position) >> 29;
    }

    private int nonZero(int packed, int bias) {
        int nonZero = bias == 0 ? 0 : 1;
        for (int i = 0; i < situations.width(); i++) {
            nonZero += unpack(packed, i) == 0 ? 0 : 1;
        }
        return nonZero;
    }

    private void offer(long fingerprint, int packed, int bias) {
        int number = find(fingerprint);
        if (number == ABSENT) {
            add(fingerprint, packed, bias);
        } else if (nonZero(packed, bias) < nonZero(weights[number], biases[number])) {
            weights[number] = packed;
            biases[number] = bias;
        }
    }

    private void add(long fingerprint, int packed, int bias) {
        if (size == fingerprints.length) {
            fingerprints = Arrays.copyOf(fingerprints, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
            biases = Arrays.copyOf(biases, 2 * size);
        }
        fingerprints[size] = fingerprint;
        weights[size] = packed;
        biases[size] = bias;
        size++;
        if (2 * size > table.length) {
            table = new int[2 * table.length];
            for (int i = 0; i < size; i++) {
                table[slot(fingerprints[i])] = i + 1;
            }
        } else {
            table[slot(fingerprint)] = size;
        }
    }

    private int slot(long fingerprint) {
        int slot = (int) (fingerprint ^ (fingerprint >>> 32)) & (table.length - 1);
        while (table[slot] != 0 && fingerprints[table[slot] - 1] != fingerprint) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void fillFilter() {
        long one = Arrays.stream(coordinates).sum();
        for (int number = 0; number < size; number++) {
            for (int bias = -1; bias <= 1; bias++) {
                setFilter(bias * one + fingerprints[number]);
                setFilter(bias * one - fingerprints[number]);
            }
        }
    }

    private void setFilter(long fingerprint) {
        filter[filterWord(fingerprint)] |= 1L << fingerprint;
    }

    private int filterWord(long fingerprint) {
        return (int) (fingerprint >>> 6) & (filter.length - 1);
    }

    /** Whether the fingerprint can be that of a threshold or its negative, plus −1, 0 or 1; true also for some others. */
    boolean mayBeNear(long fingerprint) {
        return (filter[filterWord(fingerprint)] >>> fingerprint & 1) != 0;
    }

    /** The number of thresholds. */
    int size() {
        return size;
    }

    /** Threshold number {@code number}. */
    Threshold threshold(int number) {
        return used.computeIfAbsent(number, key -> {
            int[] chosen = new int[situations.width()];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = unpack(weights[key], i);
            }
            return situations.threshold(chosen, biases[key]);
        });
    }

    /** The fingerprint of threshold number {@code number}. */
    long fingerprint(int number) {
        return fingerprints[number];
    }

    /** The number of the threshold with that fingerprint, negative if there is none. */
    int find(long fingerprint) {
        return table[slot(fingerprint)] - 1;
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
