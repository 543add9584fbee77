package dev.pupil.compiler.automaton;

import dev.pupil.compiler.program.Expression.BinaryOperator;

/**
 * Operators applied to stretches of planes: the first {@code length} values of {@code target} are computed from the
 * values of each operand's plane from index {@code …Shift} on. Loops are this plain so that the JVM vectorises them.
 */
final class PlaneOperations {
    private PlaneOperations() {}

    static void equalsConstant(int[] target, int length, int[] plane, int shift, int value) {
        for (int i = 0; i < length; i++) {
            target[i] = plane[shift + i] == value ? 1 : 0;
        }
    }

    static void not(int[] target, int length, int[] plane, int shift) {
        for (int i = 0; i < length; i++) {
            target[i] = 1 - plane[shift + i];
        }
    }

    static void choose(
            int[] target,
            int length,
            int[] condition,
            int conditionShift,
            int[] whenTrue,
            int trueShift,
            int[] whenFalse,
            int falseShift) {
        for (int i = 0; i < length; i++) {
            int chosen = whenTrue[trueShift + i];
            int other = whenFalse[falseShift + i];
            target[i] = condition[conditionShift + i] == 1 ? chosen : other;
        }
    }

    static void apply(
            BinaryOperator operator, int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        switch (operator) {
            case AND -> and(target, length, left, leftShift, right, rightShift);
            case OR -> or(target, length, left, leftShift, right, rightShift);
            case XOR -> xor(target, length, left, leftShift, right, rightShift);
            case EQUAL -> equal(target, length, left, leftShift, right, rightShift);
            case NOT_EQUAL -> notEqual(target, length, left, leftShift, right, rightShift);
            case LESS -> less(target, length, left, leftShift, right, rightShift);
            case LESS_OR_EQUAL -> lessOrEqual(target, length, left, leftShift, right, rightShift);
            case GREATER -> less(target, length, right, rightShift, left, leftShift);
            case GREATER_OR_EQUAL -> lessOrEqual(target, length, right, rightShift, left, leftShift);
            case ADD -> add(target, length, left, leftShift, right, rightShift);
            case SUBTRACT -> subtract(target, length, left, leftShift, right, rightShift);
            case MINIMUM -> minimum(target, length, left, leftShift, right, rightShift);
            case MAXIMUM -> maximum(target, length, left, leftShift, right, rightShift);
        }
    }

    private static void and(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = left[leftShift + i] & right[rightShift + i];
        }
    }

    private static void or(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = left[leftShift + i] | right[rightShift + i];
        }
    }

    private static void xor(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = left[leftShift + i] ^ right[rightShift + i];
        }
    }

    private static void equal(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = left[leftShift + i] == right[rightShift + i] ? 1 : 0;
        }
    }

    private static void notEqual(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = left[leftShift + i] != right[rightShift + i] ? 1 : 0;
        }
    }

    private static void less(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = left[leftShift + i] < right[rightShift + i] ? 1 : 0;
        }
    }

    private static void lessOrEqual(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = left[leftShift + i] <= right[rightShift + i] ? 1 : 0;
        }
    }

    private static void add(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = left[leftShift + i] + right[rightShift + i];
        }
    }

    private static void subtract(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = left[leftShift + i] - right[rightShift + i];
        }
    }

    private static void minimum(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = Math.min(left[leftShift + i], right[rightShift + i]);
        }
    }

    private static void maximum(int[] target, int length, int[] left, int leftShift, int[] right, int rightShift) {
        for (int i = 0; i < length; i++) {
            target[i] = Math.max(left[leftShift + i], right[rightShift + i]);
        }
    }
}
