package dev.pupil.compiler.lower.processor.instruction;

import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import dev.pupil.compiler.program.Statement;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a loop.
 *
 * @param routine where it is
 * @param loop the loop
 * @param node the instruction, or the loop of instructions
 * @param way which of the ways it took
 */
public record ScheduledLoop(Trigger routine, Statement.For loop, Node node, Way way) {
    static final Comparator<ScheduledLoop> IN_SOURCE = Comparator.<ScheduledLoop>comparingInt(
                    each -> each.loop().span().line())
            .thenComparingInt(each -> each.loop().span().column());

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

    /** Adds the loops of a part of a schedule. */
    static void collect(Trigger routine, List<Node> nodes, List<ScheduledLoop> loops) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Single single -> {
                    if (single.instruction() instanceof Instruction.Scan scan) {
                        scan.loops().forEach(loop -> loops.add(new ScheduledLoop(routine, loop, node, new Way.Scan())));
                    }
                    if (single.instruction() instanceof Instruction.Wave wave) {
                        loops.add(new ScheduledLoop(routine, wave.loop(), node, new Way.Wave()));
                    }
                }
                case Node.Loop loop -> {
                    loops.add(new ScheduledLoop(routine, loop.loop(), node, new Way.Rounds(loop.objection())));
                    collect(routine, loop.test(), loops);
                    collect(routine, loop.body(), loops);
                }
            }
        }
    }
}
