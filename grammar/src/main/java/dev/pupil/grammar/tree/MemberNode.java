package dev.pupil.grammar.tree;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/** What a learner consists of. */
public sealed interface MemberNode {
    /** The member's whole text. */
    Span span();

    /** {@code memory TYPE a[d] = 1, b;}. */
    record Memory(TypeNode type, ImmutableList<Declarator> declarators, Span span) implements MemberNode {}

    /** {@code enum colour { red, green }}: gives an enumeration a name. */
    record Enumeration(NameNode name, TypeNode.Enumeration type, Span span) implements MemberNode {}

    /** {@code procedure name(parameters) { body }}. */
    record Procedure(NameNode name, ImmutableList<Parameter> parameters, ImmutableList<StatementNode> body, Span span)
            implements MemberNode {}

    /** {@code learn (example v) { body }}. */
    record Learn(NameNode example, ImmutableList<StatementNode> body, Span span) implements MemberNode {}

    /** {@code predict (query v) { body }}. */
    record Predict(NameNode query, ImmutableList<StatementNode> body, Span span) implements MemberNode {}

    /**
     * A declared name with its array sizes and initial value.
     *
     * @param dimensions outermost first; empty for a scalar
     */
    record Declarator(
            NameNode name, ImmutableList<ExpressionNode> dimensions, Optional<ExpressionNode> initial, Span span) {}

    /** What a procedure is given. */
    sealed interface Parameter {
        /** What the procedure calls it. */
        NameNode name();

        /** The parameter's whole text. */
        Span span();

        /** {@code TYPE name}, a value, or {@code TYPE name[sizes]}, an array that stays the caller's. */
        record Typed(TypeNode type, NameNode name, ImmutableList<ExpressionNode> dimensions, Span span)
                implements Parameter {}

        /** {@code example v}: the example or the query, which stays the caller's. */
        record Example(NameNode name, Span span) implements Parameter {}
    }
}
