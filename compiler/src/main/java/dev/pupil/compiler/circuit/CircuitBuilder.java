package dev.pupil.compiler.circuit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.logic.Combination;
import dev.pupil.compiler.logic.Decision;
import dev.pupil.compiler.logic.Synthesis;
import dev.pupil.compiler.logic.Threshold;
import dev.pupil.compiler.symbolic.Encoding;
import dev.pupil.compiler.symbolic.Reachable;
import dev.pupil.compiler.symbolic.Symbols;
import dev.pupil.compiler.term.Terms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns automata into circuits. */
public final class CircuitBuilder {
    private final Symbols symbols;
    private final Reachable reachable;

    private CircuitBuilder(Symbols symbols, Reachable reachable) {
        this.symbols = symbols;
        this.reachable = reachable;
    }

    /**
     * A circuit that does in every reachable neighbourhood what the automaton does.
     *
     * @param automaton its invariants must hold: they are relied on
     */
    public static Circuit build(Automaton automaton) {
        checkArgument(
                automaton.field(Automaton.INSIDE).next().equals(Terms.TRUE), "the image's pixels know they are inside");
        ImmutableMap<String, Encoding> encodings =
                automaton.fields().stream().collect(ImmutableMap.toImmutableMap(Field::name, Encoding::flipped));
        Symbols symbols = new Symbols(automaton, encodings);
        return new CircuitBuilder(symbols, new Reachable(symbols, automaton.invariants())).build();
    }

    private Circuit build() {
        List<NextBit> bits = new ArrayList<>();
        for (Field field : symbols.automaton().fields()) {
            List<Decision> next = symbols.next(field, 0, 0);
            for (int bit = 0; bit < next.size(); bit++) {
                bits.add(new NextBit(name(field, bit), field, bit, next.get(bit)));
            }
        }
        List<LaneSplit> splits = bits.stream().map(this::split).toList();
        Synthesis synthesis = new Synthesis(symbols.decisions(), reachable::care);
        List<Combination> sums =
                synthesis.combinations(splits.stream().map(LaneSplit::base).toList());
        ImmutableList.Builder<Realisation> realisations = ImmutableList.builder();
        for (int i = 0; i < bits.size(); i++) {
            realisations.add(new Realisation(sums.get(i), steps(splits.get(i), synthesis)));
        }
        return new CircuitWriter(symbols, bits).write(bits, realisations.build());
    }

    private String name(Field field, int bit) {
        return symbols.encoding(field.name()).bits() == 1 ? field.name() : field.name() + "." + bit;
    }

    private LaneSplit split(NextBit bit) {
        BitSet support = symbols.decisions().support(bit.next());
        return LaneSplit.of(symbols, bit.next(), reachable.care(support));
    }

    private static ImmutableSortedMap<GatedStep, Integer> steps(LaneSplit split, Synthesis synthesis) {
        Map<GatedStep, Integer> steps = new TreeMap<>();
        for (LaneSplit.Change change : split.changes()) {
            Combination gates = synthesis.cubes(change.where(), false);
            gates.coefficients()
                    .forEach((gate, coefficient) ->
                            steps.merge(new GatedStep(change.step(), gate), change.sign() * coefficient, Integer::sum));
            if (gates.bias() != 0) {
                Threshold open = Threshold.of(Map.of(), 1);
                steps.merge(new GatedStep(change.step(), open), change.sign() * gates.bias(), Integer::sum);
            }
        }
        return ImmutableSortedMap.copyOf(steps);
    }
}
