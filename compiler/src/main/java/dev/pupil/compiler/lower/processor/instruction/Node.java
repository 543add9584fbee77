package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.size.SizeExpression;

/** A part of a schedule. */
public sealed interface Node {

    /** One instruction. */
    record Single(Instruction instruction) implements Node {}

    /**
     * Does {@code test}, and as long as that leaves the accumulator at 0 or more, {@code body}, and again. Which happens
     * must depend on the sizes only.
     *
     * @param rounds how often {@code body} is done; {@code test} is done once more
     * @param loop the program's loop
     * @param objection why it is neither a scan nor a wave
     */
    record Loop(
            SizeExpression rounds,
            ImmutableList<Node> test,
            ImmutableList<Node> body,
            Statement.For loop,
            String objection)
            implements Node {
        /** The loop with other instructions. */
        public Loop with(ImmutableList<Node> otherTest, ImmutableList<Node> otherBody) {
            return new Loop(rounds, otherTest, otherBody, loop, objection);
        }
    }
}
