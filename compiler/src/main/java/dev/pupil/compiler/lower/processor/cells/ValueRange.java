package dev.pupil.compiler.lower.processor.cells;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import java.util.Arrays;

/** What values terms over registers and cells can have. */
final class ValueRange {
    private final ImmutableMap<String, Register> registers;

    ValueRange(RegisterFile registerFile) {
        ImmutableMap.Builder<String, Register> all = ImmutableMap.builder();
        registerFile.registers().forEach(register -> all.put(register.field(), register));
        registerFile.vectors().forEach(register -> all.put(register.field(), register));
        registerFile.buffers().forEach(buffer -> all.put(buffer.field(), buffer.matrix()));
        this.registers = all.buildOrThrow();
    }

    /** Smallest and largest value, bounds that may be wider than need be. */
    private record Bounds(int low, int high) {
        static final Bounds BIT = new Bounds(0, 1);

        static Bounds of(int... values) {
            return new Bounds(
                    Arrays.stream(values).min().orElseThrow(),
                    Arrays.stream(values).max().orElseThrow());
        }
    }

    /** The number b for which the term's values are in −2^b … 2^b − 1. */
    int bits(Term term) {
        Bounds bounds = bounds(term);
        return Integer.SIZE - Math.min(width(bounds.low), width(bounds.high));
    }

    /**
     * A new value of a field, kept in the field's range. Values that come up are in it, as the checker has seen to; but
     * what a rule says must be in it whatever there is in its neighbourhood.
     */
    Term within(String field, Term value) {
        Register register = registers.get(field);
        if (register == null) {
            return value;
        }
        Bounds bounds = bounds(value);
        Term atLeast = bounds.low < register.low()
                ? new Term.Binary(BinaryOperator.MAXIMUM, value, Terms.constant(register.low()))
                : value;
        return bounds.high > register.high()
                ? new Term.Binary(BinaryOperator.MINIMUM, atLeast, Terms.constant(register.high()))
                : atLeast;
    }

    /** Leading bits that equal the sign. */
    private static int width(int value) {
        return Integer.numberOfLeadingZeros(value < 0 ? ~value : value);
    }

    private Bounds bounds(Term term) {
        return switch (term) {
            case Term.Constant constant -> Bounds.of(constant.value());
            case Term.Lane lane -> Bounds.BIT;
            case Term.Not not -> Bounds.BIT;
            case Term.Read read -> {
                Register register = registers.get(read.name());
                yield register == null ? Bounds.BIT : new Bounds(register.low(), register.high());
            }
            case Term.Choice choice -> {
                Bounds whenTrue = bounds(choice.whenTrue());
                Bounds whenFalse = bounds(choice.whenFalse());
                yield Bounds.of(whenTrue.low, whenTrue.high, whenFalse.low, whenFalse.high);
            }
            case Term.Binary binary -> bounds(binary);
        };
    }

    private Bounds bounds(Term.Binary binary) {
        Bounds left = bounds(binary.left());
        Bounds right = bounds(binary.right());
        return switch (binary.operator()) {
            case ADD, SUBTRACT, MINIMUM, MAXIMUM ->
                Bounds.of(
                        Terms.apply(binary.operator(), left.low, right.low),
                        Terms.apply(binary.operator(), left.low, right.high),
                        Terms.apply(binary.operator(), left.high, right.low),
                        Terms.apply(binary.operator(), left.high, right.high));
            case AND, OR, XOR, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Bounds.BIT;
        };
    }
}
