package dev.pupil.compiler.circuit.logic;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * A sum of thresholds: Σ coefficient·threshold + bias.
 *
 * @param coefficients the non-zero coefficients
 * @param bias added to the sum
 */
public record Combination(ImmutableSortedMap<Threshold, Integer> coefficients, int bias) {
    /** A combination; zero coefficients are left out. */
    public static Combination of(Map<Threshold, Integer> coefficients, int bias) {
        TreeMap<Threshold, Integer> nonZero = new TreeMap<>(coefficients);
        nonZero.values().removeIf(coefficient -> coefficient == 0);
        return new Combination(ImmutableSortedMap.copyOf(nonZero, Ordering.natural()), bias);
    }

    /** The same for other variables: each for the one that {@code names} gives for it. */
    Combination renamed(IntUnaryOperator names) {
        Map<Threshold, Integer> renamed = new TreeMap<>();
        coefficients.forEach((threshold, coefficient) -> renamed.put(threshold.renamed(names), coefficient));
        return of(renamed, bias);
    }

    /** The value where exactly the variables in {@code ones} are 1. */
    public int at(BitSet ones) {
        int sum = bias;
        for (Map.Entry<Threshold, Integer> summand : coefficients.entrySet()) {
            sum += summand.getValue() * summand.getKey().at(ones);
        }
        return sum;
    }
}
