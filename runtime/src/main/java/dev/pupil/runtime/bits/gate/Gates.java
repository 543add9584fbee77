package dev.pupil.runtime.bits.gate;

import static com.google.common.base.Preconditions.checkElementIndex;

import dev.pupil.runtime.bits.rule.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A circuit of and-gates and exclusive-or-gates with two inputs each, any of which may be negated; equal gates are made
 * once. A <em>literal</em> is a gate's output or its negation: twice the gate's number, plus 1 if negated. Gates come
 * after their inputs. Gate 0 is the constant 0.
 */
public final class Gates {
    /** The literal that is 0. */
    public static final int FALSE = 0;

    /** The literal that is 1. */
    public static final int TRUE = 1;

    private final List<Gate> gates = new ArrayList<>();
    private final Map<Gate, Integer> numbers = new HashMap<>();

    /** A gate; its inputs are literals. */
    public sealed interface Gate {
        /** The constant 0. */
        record Zero() implements Gate {}

        /** A bit that is read. */
        record Read(Input input) implements Gate {}

        /** 1 where both are 1. */
        record And(int left, int right) implements Gate {}

        /** 1 where one is 1 and the other 0; neither is negated. */
        record Xor(int left, int right) implements Gate {}
    }

    /** An empty circuit. */
    public Gates() {
        add(new Gate.Zero());
    }

    private int add(Gate gate) {
        return 2
                * numbers.computeIfAbsent(gate, key -> {
                    gates.add(key);
                    return gates.size() - 1;
                });
    }

    /** How many gates there are, reads and the constant among them. */
    public int size() {
        return gates.size();
    }

    /** A gate by its number. */
    public Gate gate(int number) {
        checkElementIndex(number, gates.size());
        return gates.get(number);
    }

    /** The literal of a bit that is read. */
    public int read(Input input) {
        return add(new Gate.Read(input));
    }

    /** Negation. */
    public static int not(int literal) {
        return literal ^ 1;
    }

    /** Conjunction. */
    public int and(int left, int right) {
        if (left == FALSE || right == FALSE || left == not(right)) {
            return FALSE;
        }
        if (left == TRUE || left == right) {
            return right;
        }
        if (right == TRUE) {
            return left;
        }
        return add(new Gate.And(Math.min(left, right), Math.max(left, right)));
    }

    /** Disjunction. */
    public int or(int left, int right) {
        return not(and(not(left), not(right)));
    }

    /** Exclusive or. */
    public int xor(int left, int right) {
        int negated = (left ^ right) & 1;
        int first = left & ~1;
        int second = right & ~1;
        if (first == second) {
            return negated;
        }
        if (first == FALSE || second == FALSE) {
            return (first | second) ^ negated;
        }
        return add(new Gate.Xor(Math.min(first, second), Math.max(first, second))) ^ negated;
    }

    /** {@code whenTrue} where {@code condition} is 1, else {@code whenFalse}. */
    public int choice(int condition, int whenTrue, int whenFalse) {
        if (whenTrue == whenFalse) {
            return whenTrue;
        }
        if (whenTrue == not(whenFalse)) {
            return xor(condition, whenFalse);
        }
        return or(and(condition, whenTrue), and(not(condition), whenFalse));
    }

    /** 1 where at least two of three are 1. */
    public int majority(int first, int second, int third) {
        return or(and(first, second), and(third, or(first, second)));
    }
}
