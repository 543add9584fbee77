package dev.pupil.compiler.sequence;

import dev.pupil.compiler.pass.Pass.Trigger;
import dev.pupil.compiler.program.Statement;

/**
 * What became of a loop.
 *
 * @param routine where it is
 * @param loop the loop
 * @param node the instruction, or the loop of instructions
 * @param way which of the ways it took
 */
public record ScheduledLoop(Trigger routine, Statement.For loop, Node node, Way way) {
    /** The ways to run a loop. */
    public sealed interface Way {
        /** The head does a round in every column as it comes by. */
        record Scan() implements Way {}

        /** With the loops in it: a wave in every row, which nobody waits for. */
        record Wave() implements Way {}

        /**
         * A number counts the rounds.
         *
         * @param objection why it takes none of the other ways
         */
        record Rounds(String objection) implements Way {}
    }
}
