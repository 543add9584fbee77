package dev.pupil.compiler;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.compiler.program.size.Sizes;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must hold between what comes into a stage and what goes out. That a representation holds together it checks
 * itself when it is made.
 *
 * @param stage what the stage does
 * @param claims what must hold, by what is wrong if it does not
 */
record StageCheck<I, O>(String stage, ImmutableMap<String, BiPredicate<I, O>> claims) {
    /** Sizes up to this are tried. */
    private static final int LARGEST_TRIED = 5;

    static final StageCheck<Way, Automaton> LOWERING = new StageCheck<>(
            "lowering to an automaton",
            ImmutableMap.of(
                    "its first field does not tell where the image is",
                    (way, automaton) -> isInside(automaton.fields().getFirst()),
                    "its output is not read from bits",
                    (way, automaton) -> Stream.of(
                                    automaton.head().select(),
                                    automaton.head().answered(),
                                    automaton.head().answer())
                            .map(automaton::field)
                            .allMatch(field -> field.low() == 0 && field.high() == 1),
                    "memory does not fit into its image",
                    (way, automaton) -> holdsMemory(automaton.geometry())));

    static final StageCheck<Automaton, Automaton> PROOF = new StageCheck<>(
            "proving invariants",
            ImmutableMap.of(
                    "the rules have changed",
                    (claimed, proved) -> proved.fields().equals(claimed.fields()),
                    "an invariant comes from nowhere",
                    (claimed, proved) -> claimed.invariants().containsAll(proved.invariants())));

    static final StageCheck<Automaton, Circuit> CIRCUIT = new StageCheck<>(
            "making the circuit",
            ImmutableMap.of(
                    "the image or its steps have changed",
                    (automaton, circuit) -> circuit.geometry().equals(automaton.geometry()),
                    "a field's value has no code",
                    (automaton, circuit) ->
                            automaton.fields().stream().allMatch(field -> isCoded(field, circuit.encodings())),
                    "no channel holds a bit of a field",
                    (automaton, circuit) -> circuit.encodings().entrySet().stream()
                            .allMatch(field -> isHeld(field.getKey(), field.getValue(), circuit))));

    static final StageCheck<Circuit, Filter> FILTER = new StageCheck<>(
            "writing the filter",
            ImmutableMap.of(
                    "the image or its steps have changed",
                    (circuit, filter) -> filter.geometry().equals(circuit.geometry()),
                    "channels have changed",
                    (circuit, filter) -> filter.channels().equals(circuit.channels()),
                    "hidden units have changed",
                    (circuit, filter) -> filter.units().stream()
                            .map(UnitLabel::name)
                            .toList()
                            .equals(circuit.units().stream()
                                    .map(Circuit.Unit::name)
                                    .toList())));

    /**
     * What goes out of the stage.
     *
     * @throws IllegalStateException if something does not hold that must
     */
    O passed(I in, O out) {
        claims.forEach((fault, claim) -> {
            if (!claim.test(in, out)) {
                throw new IllegalStateException(stage + " is broken: " + fault);
            }
        });
        return out;
    }

    private static boolean isInside(Field field) {
        return field.name().equals(Automaton.INSIDE) && field.next().equals(Terms.TRUE);
    }

    private static boolean holdsMemory(Geometry geometry) {
        return IntStream.rangeClosed(1, LARGEST_TRIED)
                .boxed()
                .flatMap(features ->
                        IntStream.rangeClosed(1, LARGEST_TRIED).mapToObj(examples -> new Sizes(features, examples)))
                .allMatch(sizes -> geometry.rows().at(sizes) > sizes.examples()
                        && geometry.columns().at(sizes) > sizes.features());
    }

    private static boolean isCoded(Field field, ImmutableMap<String, Encoding> encodings) {
        Encoding encoding = encodings.get(field.name());
        return encoding != null
                && IntStream.rangeClosed(field.low(), field.high())
                        .allMatch(value -> encoding.codes().containsKey(value));
    }

    private static boolean isHeld(String field, Encoding encoding, Circuit circuit) {
        return IntStream.range(0, encoding.bits())
                .allMatch(bit -> circuit.channels().stream()
                        .flatMap(channel -> channel.roles().stream())
                        .anyMatch(role -> role.field().equals(field) && role.bit() == bit));
    }
}
