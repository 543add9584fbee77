package dev.pupil.grammar.tree;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/** A statement as written. */
public sealed interface StatementNode {
    /** The statement's whole text. */
    Span span();

    /** {@code TYPE a = 1, b;}. */
    record Declaration(TypeNode type, ImmutableList<MemberNode.Declarator> declarators, Span span)
            implements StatementNode {}

    /**
     * {@code target OPERATOR value;}.
     *
     * @param target a {@link ExpressionNode.Name}, {@link ExpressionNode.Subscript} or {@link ExpressionNode.Property}
     * @param operator the binary operator of {@code ^=} and its like; empty for {@code =}
     */
    record Assignment(
            ExpressionNode target, Optional<ExpressionNode.BinaryOperator> operator, ExpressionNode value, Span span)
            implements StatementNode {}

    /** {@code procedure(arguments);}. */
    record Call(NameNode procedure, ImmutableList<ExpressionNode> arguments, Span span) implements StatementNode {}

    /** {@code if condition { whenTrue } else { whenFalse }}; {@code else if} is an {@code If} in {@code whenFalse}. */
    record If(
            ExpressionNode condition,
            ImmutableList<StatementNode> whenTrue,
            ImmutableList<StatementNode> whenFalse,
            Span span)
            implements StatementNode {}

    /**
     * {@code for variable in low..high { body }}.
     *
     * @param header from {@code for} to the upper bound
     */
    record For(
            NameNode variable,
            ExpressionNode low,
            ExpressionNode high,
            boolean descending,
            ImmutableList<StatementNode> body,
            Span header,
            Span span)
            implements StatementNode {}

    /** {@code break;}. */
    record Break(Span span) implements StatementNode {}

    /** {@code continue;}. */
    record Continue(Span span) implements StatementNode {}

    /** {@code return value;}. */
    record Return(ExpressionNode value, Span span) implements StatementNode {}

    /** {@code { body }}: names declared in it end with it. */
    record Block(ImmutableList<StatementNode> body, Span span) implements StatementNode {}
}
