package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;

/** A typed statement. Procedures have been inlined and declarations turned into assignments. */
public sealed interface Statement {
    /** Where it was written. */
    Span span();

    /**
     * {@code target = value}; the value is within the range of the target's type.
     *
     * @param target a {@link Expression.Read} or an {@link Expression.Element}
     */
    record Assign(Expression target, Expression value, Span span) implements Statement {}

    /** {@code if condition { whenTrue } else { whenFalse }}; the span is the condition's. */
    record If(Expression condition, ImmutableList<Statement> whenTrue, ImmutableList<Statement> whenFalse, Span span)
            implements Statement {}

    /**
     * {@code for variable in low..high { body }}: visits low, …, high − 1, in reverse where {@code descending};
     * nothing where high ≤ low. The span is the header's.
     */
    record For(Variable variable, Affine low, Affine high, boolean descending, ImmutableList<Statement> body, Span span)
            implements Statement {}

    /** Leaves the innermost loop. */
    record Break(Span span) implements Statement {}

    /** Goes on with the next round of the innermost loop. */
    record Continue(Span span) implements Statement {}

    /** Ends {@code predict} with its answer, a bit. */
    record Return(Expression value, Span span) implements Statement {}
}
