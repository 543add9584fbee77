package dev.pupil.grammar.tree;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;

/** An expression as written; parentheses are in the spans only. */
public sealed interface ExpressionNode {
    /** The expression's text, with the parentheses around it if it has any. */
    Span span();

    /** A number, not negative. */
    record Literal(int value, Span span) implements ExpressionNode {}

    /** A variable, a size or an enumeration's constant. */
    record Name(NameNode name, Span span) implements ExpressionNode {}

    /** {@code array[index]…[index]}. */
    record Subscript(NameNode array, ImmutableList<ExpressionNode> indices, Span span) implements ExpressionNode {}

    /** {@code name.property}. */
    record Property(NameNode owner, NameNode property, Span span) implements ExpressionNode {}

    /** {@code min(a, b)} and its like. */
    record Call(NameNode function, ImmutableList<ExpressionNode> arguments, Span span) implements ExpressionNode {}

    /** {@code !a} or {@code -a}. */
    record Unary(UnaryOperator operator, ExpressionNode operand, Span span) implements ExpressionNode {}

    /** {@code a OPERATOR b}. */
    record Binary(BinaryOperator operator, ExpressionNode left, ExpressionNode right, Span span)
            implements ExpressionNode {}

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(ExpressionNode condition, ExpressionNode whenTrue, ExpressionNode whenFalse, Span span)
            implements ExpressionNode {}

    /** Operators before their operand. */
    enum UnaryOperator {
        NOT,
        NEGATE
    }

    /** Operators between their operands. */
    enum BinaryOperator {
        AND,
        OR,
        XOR,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        ADD,
        SUBTRACT,
        MULTIPLY
    }
}
