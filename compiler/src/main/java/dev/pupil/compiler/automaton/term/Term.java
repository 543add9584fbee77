package dev.pupil.compiler.automaton.term;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.program.Expression.BinaryOperator;

/**
 * An expression over finite-valued fields of a pixel's 3×3 neighbourhood. Every term's value is a small integer; a bit
 * is 0 or 1. Terms carry no types: what builds them knows that conditions are bits.
 */
public sealed interface Term {

    /** The constant {@code value}. */
    record Constant(int value) implements Term {}

    /** The value of the field (in a pass: of the variable) called {@code name} at a neighbour. */
    record Read(String name, Offset at) implements Term {}

    /** 1 where the analog lane of the pixel itself holds {@code value}, one of −1, 0, 1 and 2; else 0. */
    record Lane(int value) implements Term {
        public Lane {
            checkArgument(-1 <= value && value <= 2, "the lane never holds %s", value);
        }
    }

    /** 1 − operand, for a bit. */
    record Not(Term operand) implements Term {}

    /** A value computed from two, as in the source language. */
    record Binary(BinaryOperator operator, Term left, Term right) implements Term {}

    /** {@code whenTrue} where {@code condition} is 1, else {@code whenFalse}. */
    record Choice(Term condition, Term whenTrue, Term whenFalse) implements Term {}
}
