package dev.pupil.runtime.bits.gate;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.bits.rule.Diagrams;
import dev.pupil.runtime.bits.rule.StepRules;
import dev.pupil.runtime.bits.rule.StepRules.Rule;
import dev.pupil.runtime.bits.rule.StepRules.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A step as a circuit.
 *
 * @param gates the circuit
 * @param next each channel's next bit as a literal, from channel 1
 * @param escapes literals of which one is 1 where a channel's next value is no bit
 */
public record StepGates(Gates gates, ImmutableList<Integer> next, ImmutableList<Integer> escapes) {

    /** Builds the circuit. */
    public static StepGates of(StepRules rules) {
        Gates gates = new Gates();
        DiagramGates functions = new DiagramGates(gates, rules.diagrams(), rules.inputs());
        ImmutableList.Builder<Integer> next = ImmutableList.builder();
        ImmutableList.Builder<Integer> escapes = ImmutableList.builder();
        for (Rule rule : rules.rules()) {
            Digits digits = digits(gates, functions, rule);
            next.add(digits.bit);
            if (digits.escapes != Gates.FALSE) {
                escapes.add(digits.escapes);
            }
        }
        return new StepGates(gates, next.build(), escapes.build());
    }

    /** A sum's lowest bit, and a literal that is 1 where the sum is neither 0 nor 1. */
    private record Digits(int bit, int escapes) {}

    private static Digits digits(Gates gates, DiagramGates functions, Rule rule) {
        boolean whole = rule.terms().stream().allMatch(term -> Math.rint(term.coefficient()) == term.coefficient());
        boolean escapes = !rule.escapes().isConstant() || rule.escapes().value() != 0;
        int direct = Diagrams.size(List.of(rule.next()));
        if (!whole
                || rule.terms().size() <= 1
                || (!escapes && direct <= rule.terms().size())) {
            return new Digits(functions.literal(rule.next()), functions.literal(rule.escapes()));
        }
        int length = escapes ? lengthToTell(Diagrams.values(rule.sum())) : 1;
        return add(gates, functions, rule, length);
    }

    /** How many of a value's low binary digits tell 0 and 1 from all other values. */
    private static int lengthToTell(double[] values) {
        int length = 1;
        for (double value : values) {
            while (value != 0 && value != 1 && (((long) value) & ((1L << length) - 1) & ~1L) == 0) {
                length++;
            }
        }
        return length;
    }

    /** Adds the terms up in binary, modulo 2^length, with carry-save adders (Wallace, 1964). */
    private static Digits add(Gates gates, DiagramGates functions, Rule rule, int length) {
        List<Deque<Integer>> columns = new ArrayList<>();
        for (int column = 0; column < length; column++) {
            columns.add(new ArrayDeque<>());
        }
        long constant = (long) rule.bias();
        for (Term term : rule.terms()) {
            int literal = functions.literal(term.function());
            long coefficient = (long) term.coefficient();
            if (coefficient < 0) {
                // −n·f = n·(1 − f) − n
                constant += coefficient;
                literal = Gates.not(literal);
            }
            addMultiple(columns, literal, Math.abs(coefficient));
        }
        addMultiple(columns, Gates.TRUE, constant & ((1L << length) - 1));
        int escapes = Gates.FALSE;
        int bit = Gates.FALSE;
        for (int column = 0; column < length; column++) {
            int digit = compress(gates, columns, column);
            if (column == 0) {
                bit = digit;
            } else {
                escapes = gates.or(escapes, digit);
            }
        }
        return new Digits(bit, escapes);
    }

    private static void addMultiple(List<Deque<Integer>> columns, int literal, long factor) {
        for (int column = 0; column < columns.size(); column++) {
            if ((factor >> column & 1) != 0) {
                columns.get(column).add(literal);
            }
        }
    }

    /** Adds up a column's bits; what is carried goes to the next column, if there is one. */
    private static int compress(Gates gates, List<Deque<Integer>> columns, int column) {
        Deque<Integer> bits = columns.get(column);
        boolean carries = column + 1 < columns.size();
        while (bits.size() >= 2) {
            int first = bits.remove();
            int second = bits.remove();
            int third = bits.isEmpty() ? Gates.FALSE : bits.remove();
            if (carries) {
                int carry = gates.majority(first, second, third);
                if (carry != Gates.FALSE) {
                    columns.get(column + 1).add(carry);
                }
            }
            bits.add(gates.xor(gates.xor(first, second), third));
        }
        return bits.isEmpty() ? Gates.FALSE : bits.remove();
    }
}
