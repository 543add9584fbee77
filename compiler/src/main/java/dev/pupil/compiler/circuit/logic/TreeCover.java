package dev.pupil.compiler.circuit.logic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The smallest sum of cubes that a decision tree gives for a partial function of few variables, found by dynamic
 * programming over all subcubes. At a node the tree either asks a variable, or takes the whole subcube and subtracts
 * what is too much. What is counted is first cubes, then literals.
 */
final class TreeCover {
    /** The most variables for which the 3ⁿ subcubes are gone through. */
    static final int MOST_VARIABLES = 11;

    private static final int CUBE = 1 << 10;

    /** The digit of a variable that may have either value. */
    private static final byte FREE = 2;

    private static final byte ONE = 1;
    private static final byte ZERO = 2;

    private final int[] variables;
    private final int[] powers;

    /** Which values occur in a subcube. */
    private final byte[] occurring;

    /** The least cost of adding up the function, and its complement, within a subcube. */
    private final int[][] costs;

    /** The trees of a function of at most {@link #MOST_VARIABLES}. */
    TreeCover(Decisions decisions, PartialFunction function) {
        this.variables = function.support(decisions).stream().toArray();
        checkArgument(variables.length <= MOST_VARIABLES, "too many variables: %s", variables.length);
        this.powers = new int[variables.length + 1];
        powers[0] = 1;
        for (int i = 0; i < variables.length; i++) {
            powers[i + 1] = 3 * powers[i];
        }
        this.occurring = new byte[powers[variables.length]];
        this.costs = new int[2][powers[variables.length]];
        mark(Decisions.assignments(function.one(), variables), ONE);
        mark(Decisions.assignments(function.zero(), variables), ZERO);
        spread();
        weigh();
    }

    /**
     * Cubes that add up to the function on its known values.
     *
     * @param complement whether to cover the zeros and subtract them from 1
     */
    ImmutableList<Cube> cubes(boolean complement) {
        List<Cube> cubes = new ArrayList<>();
        if (complement) {
            cubes.add(Cube.everywhere(1));
        }
        collect(occurring.length - 1, complement ? 1 : 0, complement ? -1 : 1, cubes);
        return ImmutableList.copyOf(cubes);
    }

    /** A subcube's index has a base-3 digit for each variable: its value, or {@link #FREE}. */
    private void mark(List<Long> assignments, byte value) {
        for (long assignment : assignments) {
            int index = 0;
            for (int i = 0; i < variables.length; i++) {
                index += (int) (assignment >> i & 1) * powers[i];
            }
            occurring[index] |= value;
        }
    }

    private int digit(int index, int position) {
        return index / powers[position] % 3;
    }

    /** Goes from the digits of one index to those of the next. */
    private static void advance(byte[] digits) {
        int position = 0;
        while (position < digits.length && digits[position] == FREE) {
            digits[position] = 0;
            position++;
        }
        if (position < digits.length) {
            digits[position]++;
        }
    }

    /** Fills in the subcubes with free variables; their halves have smaller indices. */
    private void spread() {
        byte[] digits = new byte[variables.length];
        for (int index = 0; index < occurring.length; index++) {
            for (int i = variables.length - 1; i >= 0; i--) {
                if (digits[i] == FREE) {
                    occurring[index] = (byte) (occurring[index - powers[i]] | occurring[index - 2 * powers[i]]);
                    break;
                }
            }
            advance(digits);
        }
    }

    private static int cubeCost(byte[] digits) {
        int cost = CUBE;
        for (byte digit : digits) {
            cost += digit == FREE ? 0 : 1;
        }
        return cost;
    }

    private byte wanted(int side) {
        return side == 0 ? ONE : ZERO;
    }

    private void weigh() {
        byte[] digits = new byte[variables.length];
        for (int index = 0; index < occurring.length; index++) {
            if (occurring[index] == (ONE | ZERO)) {
                int cube = cubeCost(digits);
                int[] split = {splitCost(index, digits, 0), splitCost(index, digits, 1)};
                costs[0][index] = Math.min(split[0], split[1] + cube);
                costs[1][index] = Math.min(split[1], split[0] + cube);
            } else {
                for (int side = 0; side < 2; side++) {
                    costs[side][index] = (occurring[index] & wanted(side)) == 0 ? 0 : cubeCost(digits);
                }
            }
            advance(digits);
        }
    }

    private int splitCost(int index, byte[] digits, int side) {
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < digits.length; i++) {
            if (digits[i] == FREE) {
                best = Math.min(best, costs[side][index - powers[i]] + costs[side][index - 2 * powers[i]]);
            }
        }
        return best;
    }

    private void collect(int index, int side, int coefficient, List<Cube> cubes) {
        if ((occurring[index] & wanted(side)) == 0) {
            return;
        }
        if (occurring[index] == wanted(side)) {
            cubes.add(cube(index, coefficient));
            return;
        }
        for (int i = 0; i < variables.length; i++) {
            if (digit(index, i) == FREE
                    && costs[side][index - powers[i]] + costs[side][index - 2 * powers[i]] == costs[side][index]) {
                collect(index - 2 * powers[i], side, coefficient, cubes);
                collect(index - powers[i], side, coefficient, cubes);
                return;
            }
        }
        cubes.add(cube(index, coefficient));
        collect(index, 1 - side, -coefficient, cubes);
    }

    private Cube cube(int index, int coefficient) {
        TreeMap<Integer, Boolean> literals = new TreeMap<>();
        for (int i = 0; i < variables.length; i++) {
            if (digit(index, i) != FREE) {
                literals.put(variables[i], digit(index, i) == 1);
            }
        }
        return new Cube(ImmutableSortedMap.copyOf(literals, Ordering.natural()), coefficient);
    }
}
