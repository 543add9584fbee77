package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pupil.compiler.lower.processor.instruction.Effects;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Scan;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the scans that control need not wait for: those to the right which add nothing, and after which no register is
 * read that they change (time table, Scan). Whatever comes next goes along row 0 behind them, in column c no earlier than
 * t + c + 1, and finds every column as they have left it.
 */
public final class Waiting {
    private Waiting() {}

    /**
     * Nodes with the fields that are read in them, or after them, before anything else gives them a value.
     *
     * @param nodes the nodes
     * @param live the fields' names
     */
    private record Live(ImmutableList<Node> nodes, ImmutableSet<String> live) {}

    /**
     * What is done for each example, where control waits for no scan that it need not wait for.
     *
     * @param predict what is done for the query, after the last example
     */
    static ImmutableList<Node> learning(List<Node> learn, List<Node> predict) {
        Set<String> afterAll = of(predict, Set.of()).live;
        Live found = of(learn, afterAll);
        while (true) {
            Live next = of(learn, Sets.union(afterAll, found.live).immutableCopy());
            if (next.live.equals(found.live)) {
                return next.nodes;
            }
            found = next;
        }
    }

    /** The same for what is done at the end. */
    static ImmutableList<Node> predicting(List<Node> predict) {
        return of(predict, Set.of()).nodes;
    }

    private static Live of(List<Node> nodes, Set<String> after) {
        List<Node> result = new ArrayList<>();
        ImmutableSet<String> live = ImmutableSet.copyOf(after);
        for (Node node : nodes.reversed()) {
            Live here = switch (node) {
                case Node.Single single -> of(single.instruction(), live);
                case Node.Loop loop -> of(loop, live);
            };
            result.addAll(here.nodes);
            live = here.live;
        }
        return new Live(ImmutableList.copyOf(result.reversed()), live);
    }

    private static Live of(Node.Loop loop, ImmutableSet<String> after) {
        ImmutableSet<String> afterTest = after;
        while (true) {
            Live test = of(loop.test(), afterTest);
            Live body = of(loop.body(), test.live);
            ImmutableSet<String> next = Sets.union(after, body.live).immutableCopy();
            if (next.equals(afterTest)) {
                return new Live(ImmutableList.of(loop.with(test.nodes, body.nodes)), test.live);
            }
            afterTest = next;
        }
    }

    private static Live of(Instruction instruction, ImmutableSet<String> after) {
        Effects effects = instruction.effects();
        Instruction waiting = instruction instanceof Scan scan ? scan.awaited(isAwaited(scan, after)) : instruction;
        ImmutableSet<String> live = Sets.union(effects.reads(), Sets.difference(after, effects.sets()))
                .immutableCopy();
        return new Live(ImmutableList.of(new Node.Single(waiting)), live);
    }

    private static boolean isAwaited(Scan scan, Set<String> after) {
        return scan.direction() == Direction.LEFT
                || scan.sum().isPresent()
                || !Sets.intersection(scan.body().carried().keySet(), after).isEmpty();
    }
}
