package dev.pupil.grammar.tree;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/** What a machine consists of. A symbol is a name here, also where it is written as a number. */
public sealed interface PartNode {
    /** The part's whole text. */
    Span span();

    /** {@code symbols 0, 1, blank;}. */
    record Symbols(ImmutableList<NameNode> names, Span span) implements PartNode {}

    /** {@code blank 0;}: the symbol of cells that nothing was written to. */
    record Blank(NameNode symbol, Span span) implements PartNode {}

    /** {@code start carry;}. */
    record Start(NameNode state, Span span) implements PartNode {}

    /** {@code state carry { transitions }}. */
    record State(NameNode name, ImmutableList<Transition> transitions, Span span) implements PartNode {}

    /** {@code features 0, 1;}: what an example's features start as. */
    record Features(NameNode zero, NameNode one, Span span) implements PartNode {}

    /** {@code labels no, yes;}: what an example's label starts as. */
    record Labels(NameNode zero, NameNode one, Span span) implements PartNode {}

    /** {@code query ask;}: what the cell of the query's label starts as. */
    record Query(NameNode symbol, Span span) implements PartNode {}

    /** {@code answer yes;}: the symbols under the head that mean 1 when it halts. */
    record Answer(ImmutableList<NameNode> symbols, Span span) implements PartNode {}

    /** {@code steps 2*m*d + 3;}: how many steps it takes at most. */
    record Steps(ExpressionNode most, Span span) implements PartNode {}

    /**
     * {@code 1, blank -> write 0, right, carry;}.
     *
     * @param symbols what is read; none for {@code else}
     * @param write what is written in its place, if it changes
     * @param move where the head goes
     * @param next the next state, or {@code halt}
     * @param span its whole text
     */
    record Transition(ImmutableList<NameNode> symbols, Optional<NameNode> write, Move move, NameNode next, Span span) {}

    /** Where a head goes in a step. */
    enum Move {
        /** One cell to the left. */
        LEFT,
        /** One cell to the right. */
        RIGHT,
        /** One row up. */
        UP,
        /** One row down. */
        DOWN,
        /** Nowhere. */
        STAY
    }
}
