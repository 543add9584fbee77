package dev.pupil.compiler.circuit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.logic.Combination;
import dev.pupil.compiler.logic.Cover;
import dev.pupil.compiler.logic.Cube;
import dev.pupil.compiler.logic.Decision;
import dev.pupil.compiler.logic.PartialFunction;
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
        ImmutableList.Builder<Realisation> realisations = ImmutableList.builder();
        bits.forEach(bit -> realisations.add(realise(bit)));
        return new CircuitWriter(symbols, bits).write(bits, realisations.build());
    }

    private String name(Field field, int bit) {
        return symbols.encoding(field.name()).bits() == 1 ? field.name() : field.name() + "." + bit;
    }

    private Realisation realise(NextBit bit) {
        BitSet support = symbols.decisions().support(bit.next());
        LaneSplit split = LaneSplit.of(symbols, bit.next(), reachable.care(support));
        Map<GatedStep, Integer> steps = new TreeMap<>();
        for (LaneSplit.Change change : split.changes()) {
            cubes(change.where(), false)
                    .coefficients()
                    .forEach((gate, coefficient) ->
                            steps.merge(new GatedStep(change.step(), gate), change.sign() * coefficient, Integer::sum));
        }
        Combination cover = cubes(split.base(), false);
        Combination complement = cubes(split.base(), true);
        Combination plain =
                complement.coefficients().size() < cover.coefficients().size() ? complement : cover;
        return new Realisation(plain, ImmutableSortedMap.copyOf(steps));
    }

    private Combination cubes(PartialFunction function, boolean complement) {
        Map<Threshold, Integer> coefficients = new TreeMap<>();
        int bias = 0;
        for (Cube cube : Cover.of(symbols.decisions(), function, complement)) {
            if (cube.literals().isEmpty() && complement) {
                bias += cube.coefficient();
            } else {
                coefficients.merge(Threshold.conjunction(cube.literals()), cube.coefficient(), Integer::sum);
            }
        }
        return Combination.of(coefficients, bias);
    }
}
