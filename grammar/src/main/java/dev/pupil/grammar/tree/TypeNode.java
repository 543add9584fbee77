package dev.pupil.grammar.tree;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;

/** A type as written. */
public sealed interface TypeNode {
    /** The type's text. */
    Span span();

    /** {@code bit}. */
    record Bit(Span span) implements TypeNode {}

    /** {@code int}: a wide integer. */
    record Wide(Span span) implements TypeNode {}

    /** {@code int low..high}, both bounds included. */
    record Ranged(ExpressionNode low, ExpressionNode high, Span span) implements TypeNode {}

    /** {@code enum { a, b }}. */
    record Enumeration(ImmutableList<NameNode> constants, Span span) implements TypeNode {}

    /** The name of a declared enumeration. */
    record Named(NameNode name) implements TypeNode {
        @Override
        public Span span() {
            return name.span();
        }
    }
}
