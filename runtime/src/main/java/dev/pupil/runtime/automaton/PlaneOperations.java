package dev.pupil.runtime.automaton;

import dev.pupil.compiler.program.Expression.BinaryOperator;

/**
 * Operators applied to the first {@code length} values of planes. The loops have no branches and the same index
 * everywhere, so that the JVM can use vector instructions.
 */
final class PlaneOperations {
    private static final int SIGN = Integer.SIZE - 1;

    private PlaneOperations() {}

    /** 1 − operand. */
    static void not(int[] operand, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = 1 - operand[i];
        }
    }

    /** {@code whenTrue} where the condition, a bit, is 1; else {@code whenFalse}. */
    static void choose(int[] condition, int[] whenTrue, int[] whenFalse, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = whenFalse[i] ^ ((whenTrue[i] ^ whenFalse[i]) & -condition[i]);
        }
    }

    /** A binary operator. */
    static void apply(BinaryOperator operator, int[] left, int[] right, int[] target, int length) {
        switch (operator) {
            case AND -> and(left, right, target, length);
            case OR -> or(left, right, target, length);
            case XOR -> xor(left, right, target, length);
            case EQUAL -> equal(left, right, target, length);
            case NOT_EQUAL -> notEqual(left, right, target, length);
            case LESS -> less(left, right, target, length);
            case LESS_OR_EQUAL -> lessOrEqual(left, right, target, length);
            case GREATER -> less(right, left, target, length);
            case GREATER_OR_EQUAL -> lessOrEqual(right, left, target, length);
            case ADD -> add(left, right, target, length);
            case SUBTRACT -> subtract(left, right, target, length);
            case MINIMUM -> minimum(left, right, target, length);
            case MAXIMUM -> maximum(left, right, target, length);
        }
    }

    private static void and(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = left[i] & right[i];
        }
    }

    private static void or(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = left[i] | right[i];
        }
    }

    private static void xor(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = left[i] ^ right[i];
        }
    }

    private static void equal(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            int difference = left[i] ^ right[i];
            target[i] = 1 - ((difference | -difference) >>> SIGN);
        }
    }

    private static void notEqual(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            int difference = left[i] ^ right[i];
            target[i] = (difference | -difference) >>> SIGN;
        }
    }

    private static void less(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = signOfDifference(left[i], right[i]);
        }
    }

    private static void lessOrEqual(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = 1 - signOfDifference(right[i], left[i]);
        }
    }

    /** 1 if left &lt; right, also where the difference overflows (Warren, Hacker's Delight, section 2-12). */
    private static int signOfDifference(int left, int right) {
        int difference = left - right;
        return (difference ^ ((left ^ right) & (difference ^ left))) >>> SIGN;
    }

    private static void add(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = left[i] + right[i];
        }
    }

    private static void subtract(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = left[i] - right[i];
        }
    }

    private static void minimum(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = Math.min(left[i], right[i]);
        }
    }

    private static void maximum(int[] left, int[] right, int[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = Math.max(left[i], right[i]);
        }
    }
}
