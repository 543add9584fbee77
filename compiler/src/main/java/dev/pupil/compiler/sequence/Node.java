package dev.pupil.compiler.sequence;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.SizeExpression;

/** A part of a schedule. */
public sealed interface Node {

    /** One instruction. */
    record Single(Instruction instruction) implements Node {}

    /**
     * Does {@code test}, and as long as that leaves the accumulator at 0 or more, {@code body}, and again. Which happens
     * must depend on the sizes only.
     *
     * @param rounds how often {@code body} is done; {@code test} is done once more
     */
    record Loop(SizeExpression rounds, ImmutableList<Node> test, ImmutableList<Node> body) implements Node {}
}
