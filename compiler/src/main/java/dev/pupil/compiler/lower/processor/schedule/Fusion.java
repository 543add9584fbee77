package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Effects;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Scan;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.processor.instruction.SweepBody;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes one scan of two: where both go to the right, where the one needs nothing that the other knows only after its last
 * column, and where what is between them can as well come before both or after both.
 */
final class Fusion {
    private Fusion() {}

    /** The same with fewer scans. */
    static ImmutableList<Node> fuse(List<Node> nodes) {
        List<Node> fused = new ArrayList<>();
        for (Node node : nodes) {
            switch (node) {
                case Node.Single single -> {
                    if (!(single.instruction() instanceof Scan scan && join(fused, scan))) {
                        fused.add(single);
                    }
                }
                case Node.Loop loop -> fused.add(loop.with(fuse(loop.test()), fuse(loop.body())));
            }
        }
        return ImmutableList.copyOf(fused);
    }

    /** Makes one of a scan and an earlier one, if there is one for that. */
    private static boolean join(List<Node> before, Scan scan) {
        Effects effects = scan.effects();
        boolean comesForward = true;
        List<Node> between = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            Node node = before.get(i);
            if (node instanceof Node.Single single && single.instruction() instanceof Scan earlier) {
                boolean goesBack = earlier.effects().commuteWith(Effects.of(between));
                Optional<Scan> both = comesForward || goesBack ? both(earlier, scan) : Optional.empty();
                if (both.isPresent()) {
                    before.remove(i);
                    before.add(comesForward ? i : before.size(), new Node.Single(both.get()));
                    return true;
                }
            }
            comesForward &= effects.commuteWith(node.effects());
            between.add(node);
        }
        return false;
    }

    /** Two scans as one; empty if they are not one. */
    private static Optional<Scan> both(Scan one, Scan other) {
        Set<String> oneRegisters = one.body().carried().keySet();
        Set<String> otherRegisters = other.body().carried().keySet();
        boolean isOne = one.direction() == Direction.RIGHT
                && other.direction() == Direction.RIGHT
                && (one.sum().isEmpty() || other.sum().isEmpty())
                && Sets.intersection(oneRegisters, otherRegisters).isEmpty()
                && Sets.intersection(oneRegisters, other.effects().reads()).isEmpty()
                && Sets.intersection(otherRegisters, one.effects().reads()).isEmpty();
        return isOne
                ? Optional.of(new Scan(
                        Direction.RIGHT,
                        both(one.body(), other.body()),
                        one.sum().or(() -> other.sum().map(sum -> after(one.body(), sum))),
                        true,
                        ImmutableList.<Statement.For>builder()
                                .addAll(one.loops())
                                .addAll(other.loops())
                                .build()))
                : Optional.empty();
    }

    /** What is done at a column: first the one, then the other, which sees the cells as the first has left them. */
    private static SweepBody both(SweepBody first, SweepBody second) {
        return new SweepBody(
                both(first.carried(), second.carried(), first), both(first.cells(), second.cells(), first));
    }

    private static ImmutableMap<String, Term> both(
            Map<String, Term> first, Map<String, Term> second, SweepBody before) {
        Map<String, Term> both = new TreeMap<>(first);
        second.forEach((field, value) -> both.put(field, after(before, value)));
        return ImmutableMap.copyOf(both);
    }

    private static Term after(SweepBody first, Term value) {
        return Terms.replaceReads(
                value,
                read -> Optional.ofNullable(first.cells().get(read.name())).orElse(read));
    }
}
