package dev.pupil.compiler.program;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A typed expression. Evaluating one changes nothing. */
public sealed interface Expression {
    /** The type of the value. */
    Type type();

    /** Where it was written. */
    Span span();

    /** The operands and indices, in the order of evaluation. */
    default ImmutableList<Expression> parts() {
        return ImmutableList.of();
    }

    /**
     * The same operator on other operands.
     *
     * @param parts as many as there are {@link #parts}
     * @param type the value's type; variables, constants and indices keep theirs
     */
    default Expression with(ImmutableList<Expression> parts, Type type) {
        return this;
    }

    /** The same operator on operands that are functions of those it has; the type stays. */
    default Expression map(Function<Expression, Expression> function) {
        return with(parts().stream().map(function).collect(toImmutableList()), type());
    }

    /** This and every expression in it, from the root down. */
    default Stream<Expression> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expression::all));
    }

    /** The variable or array that it names itself: a scalar's or an element's; empty for what is computed. */
    default Optional<Variable> named() {
        return Optional.empty();
    }

    /** The variables and arrays named in it, from the root down. */
    default Stream<Variable> variables() {
        return all().flatMap(part -> part.named().stream());
    }

    /** The affine expression that an index or a constant is; empty for others. */
    default Optional<Affine> asAffine() {
        return Optional.empty();
    }

    /** A literal, an enumeration's constant, or anything the checker could evaluate. */
    record Constant(int value, Type type, Span span) implements Expression {
        @Override
        public Optional<Affine> asAffine() {
            return Optional.of(Affine.constant(value));
        }
    }

    /** An affine expression of sizes and loop variables used as a (wide, if not constant) value. */
    record Index(Affine value, Type type, Span span) implements Expression {
        @Override
        public Optional<Affine> asAffine() {
            return Optional.of(value);
        }
    }

    /** The value of a scalar. */
    record Read(Variable variable, Span span) implements Expression {
        @Override
        public Type type() {
            return variable.type();
        }

        @Override
        public Optional<Variable> named() {
            return Optional.of(variable);
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

        @Override
        public ImmutableList<Expression> parts() {
            return indices;
        }

        @Override
        public Expression with(ImmutableList<Expression> parts, Type ofArray) {
            return new Element(array, parts, span);
        }

        @Override
        public Optional<Variable> named() {
            return Optional.of(array);
        }
    }

    /** {@code !x} of a bit, {@code -x} of an integer. */
    record Unary(UnaryOperator operator, Expression operand, Type type, Span span) implements Expression {
        @Override
        public ImmutableList<Expression> parts() {
            return ImmutableList.of(operand);
        }

        @Override
        public Expression with(ImmutableList<Expression> parts, Type other) {
            return new Unary(operator, parts.getFirst(), other, span);
        }
    }

    /** A value computed from two. */
    record Binary(BinaryOperator operator, Expression left, Expression right, Type type, Span span)
            implements Expression {
        @Override
        public ImmutableList<Expression> parts() {
            return ImmutableList.of(left, right);
        }

        @Override
        public Expression with(ImmutableList<Expression> parts, Type other) {
            return new Binary(operator, parts.getFirst(), parts.getLast(), other, span);
        }
    }

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, Type type, Span span)
            implements Expression {
        @Override
        public ImmutableList<Expression> parts() {
            return ImmutableList.of(condition, whenTrue, whenFalse);
        }

        @Override
        public Expression with(ImmutableList<Expression> parts, Type other) {
            return new Conditional(parts.getFirst(), parts.get(1), parts.getLast(), other, span);
        }
    }

    /** {@code clamp(operand)} into the range of {@code type}. */
    record Clamp(Expression operand, Type type, Span span) implements Expression {
        @Override
        public ImmutableList<Expression> parts() {
            return ImmutableList.of(operand);
        }

        @Override
        public Expression with(ImmutableList<Expression> parts, Type other) {
            return new Clamp(parts.getFirst(), other, span);
        }
    }

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
