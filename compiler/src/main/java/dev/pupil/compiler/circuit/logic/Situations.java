package dev.pupil.compiler.circuit.logic;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The assignments to a few variables that can occur. */
final class Situations {
    private final int[] variables;
    private final long[] assignments;

    /**
     * Situations that are listed.
     *
     * @param variables ascending, at most 63
     * @param assignments in each, bit i is the value of {@code variables[i]}
     */
    private Situations(int[] variables, long[] assignments) {
        this.variables = variables;
        this.assignments = assignments;
    }

    /** The assignments that make {@code care} 1, a function of {@code variables} alone. */
    static Situations of(Decision care, BitSet variables) {
        int[] ascending = variables.stream().toArray();
        List<Long> found = Decisions.assignments(care, ascending);
        return new Situations(
                ascending, found.stream().mapToLong(Long::longValue).toArray());
    }

    /** How many there are. */
    int size() {
        return assignments.length;
    }

    /** How many variables there are. */
    int width() {
        return variables.length;
    }

    /** Variable number {@code position}. */
    int variable(int position) {
        return variables[position];
    }

    /** The same situations of the variables 0, 1, and so on. */
    Situations numbered() {
        return new Situations(IntStream.range(0, variables.length).toArray(), assignments);
    }

    /** What situations that differ only in the variables' names have in common. */
    Key key() {
        return new Key(variables.length, ImmutableLongArray.copyOf(assignments));
    }

    /** The number of variables, and the assignments. */
    record Key(int width, ImmutableLongArray assignments) {}

    /** The value of variable number {@code position} in situation number {@code index}. */
    boolean value(int index, int position) {
        return ((assignments[index] >> position) & 1) == 1;
    }

    /** Adds {@code amount} to the sums of those situations in which variable number {@code position} is 1. */
    void add(int position, int amount, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (int) (assignments[i] >> position & 1) * amount;
        }
    }

    /** A threshold with a weight for each variable, in order. */
    Threshold threshold(int[] weights, int bias) {
        TreeMap<Integer, Integer> named = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            named.put(variables[i], weights[i]);
        }
        return Threshold.of(named, bias);
    }

    /** The threshold's value in every situation. */
    int[] values(Threshold threshold) {
        int[] values = sums(threshold);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    /** What the threshold rectifies, in every situation. */
    int[] sums(Threshold threshold) {
        int[] values = new int[size()];
        Arrays.fill(values, threshold.bias());
        threshold
                .weights()
                .forEach((variable, weight) -> add(Arrays.binarySearch(variables, variable), weight, values));
        return values;
    }

    /** The combination's value in every situation. */
    int[] values(Combination combination) {
        int[] values = new int[size()];
        Arrays.fill(values, combination.bias());
        combination.coefficients().forEach((threshold, coefficient) -> {
            int[] summand = values(threshold);
            for (int i = 0; i < values.length; i++) {
                values[i] += coefficient * summand[i];
            }
        });
        return values;
    }

    /** Those in which a variable has the given value, without that variable. */
    Situations where(int position, boolean value) {
        int[] others = new int[variables.length - 1];
        System.arraycopy(variables, 0, others, 0, position);
        System.arraycopy(variables, position + 1, others, position, others.length - position);
        long below = (1L << position) - 1;
        long[] kept = Arrays.stream(assignments)
                .filter(assignment -> ((assignment >> position) & 1) == (value ? 1 : 0))
                .map(assignment -> (assignment & below) | ((assignment >> 1) & ~below))
                .toArray();
        return new Situations(others, kept);
    }
}
