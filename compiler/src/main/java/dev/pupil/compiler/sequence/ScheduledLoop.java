package dev.pupil.compiler.sequence;

import dev.pupil.compiler.pass.Pass.Trigger;
import dev.pupil.compiler.program.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of a loop.
 *
 * @param routine where it is
 * @param loop the loop
 * @param node the scan, or the loop of instructions
 * @param objection why it is not one scan; empty if it is
 */
public record ScheduledLoop(Trigger routine, Statement.For loop, Node node, Optional<String> objection) {
    static final Comparator<ScheduledLoop> IN_SOURCE = Comparator.<ScheduledLoop>comparingInt(
                    each -> each.loop().span().line())
            .thenComparingInt(each -> each.loop().span().column());

    /** Adds the loops of a part of a schedule. */
    static void collect(Trigger routine, List<Node> nodes, List<ScheduledLoop> loops) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Single single -> {
                    if (single.instruction() instanceof Instruction.Scan scan) {
                        scan.loops()
                                .forEach(loop -> loops.add(new ScheduledLoop(routine, loop, node, Optional.empty())));
                    }
                }
                case Node.Loop loop -> {
                    loops.add(new ScheduledLoop(routine, loop.loop(), node, loop.objection()));
                    collect(routine, loop.test(), loops);
                    collect(routine, loop.body(), loops);
                }
            }
        }
    }
}
