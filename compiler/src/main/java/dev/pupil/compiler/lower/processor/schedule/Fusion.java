package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Effects;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Scan;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.processor.instruction.ScanBody;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Effects effects = Effects.of(scan);
        boolean comesForward = true;
        List<Node> between = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            Node node = before.get(i);
            if (node instanceof Node.Single single && single.instruction() instanceof Scan earlier) {
                boolean goesBack = Effects.of(earlier).commuteWith(Effects.of(between));
                Optional<Scan> both = comesForward || goesBack ? both(earlier, scan) : Optional.empty();
                if (both.isPresent()) {
                    before.remove(i);
                    before.add(comesForward ? i : before.size(), new Node.Single(both.get()));
                    return true;
                }
            }
            comesForward &= effects.commuteWith(Effects.of(node));
            between.add(node);
        }
        return false;
    }

    /** Two scans as one; empty if they are not one. */
    private static Optional<Scan> both(Scan one, Scan other) {
        ScanBody first = one.body();
        ScanBody second = other.body();
        Set<String> firstRegisters = first.registers().keySet();
        Set<String> secondRegisters = second.registers().keySet();
        boolean isOne = first.direction() == Direction.RIGHT
                && second.direction() == Direction.RIGHT
                && (first.sum().isEmpty() || second.sum().isEmpty())
                && Sets.intersection(firstRegisters, secondRegisters).isEmpty()
                && Sets.intersection(firstRegisters, Effects.of(other).reads()).isEmpty()
                && Sets.intersection(secondRegisters, Effects.of(one).reads()).isEmpty();
        return isOne
                ? Optional.of(new Scan(
                        both(first, second),
                        true,
                        ImmutableList.<Statement.For>builder()
                                .addAll(one.loops())
                                .addAll(other.loops())
                                .build()))
                : Optional.empty();
    }

    /** What is done at a column: first the one, then the other, which sees the cells as the first has left them. */
    private static ScanBody both(ScanBody first, ScanBody second) {
        Map<String, Term> registers = new HashMap<>(first.registers());
        second.registers().forEach((register, value) -> registers.put(register, after(first, value)));
        Map<String, Term> cells = new HashMap<>(first.cells());
        second.cells().forEach((cell, value) -> cells.put(cell, after(first, value)));
        return new ScanBody(
                Direction.RIGHT,
                sorted(registers),
                sorted(cells),
                first.sum().or(() -> second.sum().map(sum -> after(first, sum))));
    }

    private static Term after(ScanBody first, Term value) {
        return Terms.replaceReads(
                value,
                read -> Optional.ofNullable(first.cells().get(read.name())).orElse(read));
    }

    private static ImmutableMap<String, Term> sorted(Map<String, Term> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
