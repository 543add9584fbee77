package dev.pupil.compiler.circuit;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Chooses how fields are written in bits by building the circuit with each way and keeping the cheapest. */
final class EncodingChoice {
    /** With more fields than this that can be written in several ways, the usual way is taken for all. */
    private static final int MOST_FIELDS = 4;

    private static final Comparator<Circuit> BY_COST = Comparator.<Circuit>comparingInt(
                    circuit -> circuit.units().size())
            .thenComparingInt(EncodingChoice::weights)
            .thenComparingInt(circuit -> circuit.channels().size());

    private EncodingChoice() {}

    /**
     * The cheapest circuit found: fewest units, then fewest weights. One field after the other is tried.
     *
     * @param build makes the circuit in which fields, by name, are written as given
     */
    static Circuit cheapest(Automaton automaton, Function<ImmutableMap<String, Encoding>, Circuit> build) {
        Map<String, Encoding> chosen = new LinkedHashMap<>();
        automaton.fields().forEach(field -> chosen.put(field.name(), Encoding.flipped(field)));
        Circuit best = build.apply(ImmutableMap.copyOf(chosen));
        List<Field> open = automaton.fields().stream()
                .filter(field -> Encoding.all(field).size() > 1)
                .toList();
        if (open.size() > MOST_FIELDS) {
            return best;
        }
        for (Field field : open) {
            for (Encoding encoding :
                    Encoding.all(field).subList(1, Encoding.all(field).size())) {
                Map<String, Encoding> other = new LinkedHashMap<>(chosen);
                other.put(field.name(), encoding);
                Circuit circuit = build.apply(ImmutableMap.copyOf(other));
                if (BY_COST.compare(circuit, best) < 0) {
                    best = circuit;
                    chosen.put(field.name(), encoding);
                }
            }
        }
        return best;
    }

    private static int weights(Circuit circuit) {
        int weights = 0;
        for (Circuit.Unit unit : circuit.units()) {
            weights += unit.inputs().size() + (unit.bias() == 0 ? 0 : 1);
        }
        for (Circuit.Mix mix : circuit.mixes()) {
            weights += mix.summands().size() + (mix.bias() == 0 ? 0 : 1);
        }
        return weights;
    }
}
