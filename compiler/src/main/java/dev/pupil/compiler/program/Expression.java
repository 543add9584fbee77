package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;

/** A typed expression. Evaluating one changes nothing. */
public sealed interface Expression {
    /** The type of the value. */
    Type type();

    /** Where it was written. */
    Span span();

    /** A literal, an enumeration's constant, or anything the checker could evaluate. */
    record Constant(int value, Type type, Span span) implements Expression {}

    /** An affine expression of sizes and loop variables used as a (wide, if not constant) value. */
    record Index(Affine value, Type type, Span span) implements Expression {}

    /** The value of a scalar. */
    record Read(Variable variable, Span span) implements Expression {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    /**
     * An element of an array.
     *
     * @param indices one a dimension; an {@link Index} or a {@link Constant} where the index is affine
     */
    record Element(Variable array, ImmutableList<Expression> indices, Span span) implements Expression {
        @Override
        public Type type() {
            return array.type();
        }
    }

    /** {@code !x} of a bit, {@code -x} of an integer. */
    record Unary(UnaryOperator operator, Expression operand, Type type, Span span) implements Expression {}

    /** A value computed from two. */
    record Binary(BinaryOperator operator, Expression left, Expression right, Type type, Span span)
            implements Expression {}

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, Type type, Span span)
            implements Expression {}

    /** {@code clamp(operand)} into the range of {@code type}. */
    record Clamp(Expression operand, Type type, Span span) implements Expression {}

    /** Operators with one operand. */
    enum UnaryOperator {
        NOT("!"),
        NEGATE("-");

        private final String symbol;

        UnaryOperator(String symbol) {
            this.symbol = symbol;
        }

        /** As written in a program. */
        public String symbol() {
            return symbol;
        }
    }

    /** Operators with two operands; {@code AND}, {@code OR} and {@code XOR} take bits, the comparisons give a bit. */
    enum BinaryOperator {
        AND("&"),
        OR("|"),
        XOR("^"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        ADD("+"),
        SUBTRACT("-"),
        MINIMUM("min"),
        MAXIMUM("max");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        /** As written in a program; {@code min} and {@code max} are written as calls. */
        public String symbol() {
            return symbol;
        }
    }
}
