package dev.pupil.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Automaton.Head;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.HeadUnit;
import dev.pupil.compiler.circuit.Circuit.Input;
import dev.pupil.compiler.circuit.Circuit.Mix;
import dev.pupil.compiler.circuit.Circuit.Summand;
import dev.pupil.compiler.circuit.Circuit.Unit;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import org.junit.jupiter.api.Test;

/** A stage that makes something broken is told by name, whether the fault is in what it made or in what became of it. */
class StageCheckTest {
    private static final Compilation LAST = compiled();
    private static final Automaton AUTOMATON = LAST.automaton();
    private static final Circuit CIRCUIT = LAST.circuit();
    private static final Geometry SMALL =
            new Geometry(SizeExpression.of(0, 1, 0), SizeExpression.of(1, 0, 1), SizeExpression.of(3, 3, 6));

    private static Compilation compiled() {
        try {
            return Compiler.compile(new Source("last.pupil", """
                    learner last(d features) {
                        memory bit seen;
                        learn (example v) { seen = v.label; }
                        predict (query v) { return seen; }
                    }
                    """));
        } catch (DiagnosticException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void whatHoldsTogetherPasses() {
        assertThat(StageCheck.LOWERING.passed(LAST.way(), AUTOMATON)).isSameAs(AUTOMATON);
        assertThat(StageCheck.PROOF.passed(AUTOMATON, AUTOMATON)).isSameAs(AUTOMATON);
        assertThat(StageCheck.CIRCUIT.passed(AUTOMATON, CIRCUIT)).isSameAs(CIRCUIT);
        assertThat(StageCheck.FILTER.passed(CIRCUIT, LAST.filter())).isSameAs(LAST.filter());
    }

    @Test
    void anAutomatonWhoseImageIsTooSmallForMemoryIsBroken() {
        assertBroken(
                StageCheck.LOWERING,
                LAST.way(),
                automaton(AUTOMATON.fields(), AUTOMATON.invariants(), AUTOMATON.head(), SMALL),
                "lowering to an automaton is broken: memory does not fit into its image");
    }

    @Test
    void anAutomatonThatDoesNotBeginWithTheImageIsBroken() {
        assertBroken(
                StageCheck.LOWERING,
                LAST.way(),
                automaton(AUTOMATON.fields().reverse(), AUTOMATON.invariants(), AUTOMATON.head(), AUTOMATON.geometry()),
                "lowering to an automaton is broken: its first field does not tell where the image is");
    }

    @Test
    void aProofMayTakeInvariantsAwayAndNothingElse() {
        Term claim = Terms.not(Terms.read(AUTOMATON.head().select()));
        assertBroken(
                StageCheck.PROOF,
                AUTOMATON,
                automaton(AUTOMATON.fields(), ImmutableList.of(claim), AUTOMATON.head(), AUTOMATON.geometry()),
                "proving invariants is broken: an invariant comes from nowhere");
        assertBroken(
                StageCheck.PROOF,
                AUTOMATON,
                automaton(AUTOMATON.fields().reverse(), AUTOMATON.invariants(), AUTOMATON.head(), AUTOMATON.geometry()),
                "proving invariants is broken: the rules have changed");
    }

    @Test
    void aCircuitHasCodesForAllValuesAndChannelsForAllBits() {
        assertBroken(
                StageCheck.CIRCUIT,
                AUTOMATON,
                new Circuit(
                        CIRCUIT.name(),
                        CIRCUIT.channels(),
                        CIRCUIT.units(),
                        CIRCUIT.mixes(),
                        CIRCUIT.head(),
                        CIRCUIT.geometry(),
                        ImmutableMap.of(),
                        CIRCUIT.invariants()),
                "making the circuit is broken: a field's value has no code");
        ImmutableList<Channel> nameless = CIRCUIT.channels().stream()
                .map(channel -> new Channel(channel.name(), ImmutableList.of()))
                .collect(ImmutableList.toImmutableList());
        assertBroken(
                StageCheck.CIRCUIT,
                AUTOMATON,
                circuit(nameless, CIRCUIT.units(), CIRCUIT.mixes(), CIRCUIT.head()),
                "making the circuit is broken: no channel holds a bit of a field");
    }

    @Test
    void aFilterHasTheImageOfItsCircuit() {
        assertBroken(
                StageCheck.FILTER,
                CIRCUIT,
                LAST.filter().with(SMALL),
                "writing the filter is broken: the image or its steps have changed");
    }

    @Test
    void anAutomatonReadsFieldsThatItHas() {
        Field first = AUTOMATON.fields().getFirst();
        Field reading = new Field("a", "", 0, 1, 0, Terms.read("b", Offset.UP), first.origin());

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> automaton(ImmutableList.of(first, reading), ImmutableList.of(), AUTOMATON.head(), SMALL))
                .withMessageStartingWith("automaton last has no field");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> automaton(ImmutableList.of(first, first), ImmutableList.of(), AUTOMATON.head(), SMALL));
    }

    @Test
    void aCircuitIsMadeOfItsOwnParts() {
        Unit unit = CIRCUIT.units().getFirst();
        Mix mix = CIRCUIT.mixes().getFirst();
        ImmutableList<Channel> one = ImmutableList.of(CIRCUIT.channels().getFirst());
        ImmutableList<HeadUnit> none = ImmutableList.of();

        assertThat(circuit(one, ImmutableList.of(unit), ImmutableList.of(mix), none))
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> circuit(one, ImmutableList.of(unit), ImmutableList.of(), none))
                .withMessageStartingWith("there is not one mix for each of the channels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> circuit(one, ImmutableList.of(), ImmutableList.of(mix), none))
                .withMessageStartingWith("this can't be a summand");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> circuit(one, ImmutableList.of(unit), ImmutableList.of(third(mix)), none))
                .withMessageStartingWith("this can't be a summand");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> circuit(one, ImmutableList.of(unit), ImmutableList.of(mix), head("other", Offset.CENTER)))
                .withMessageStartingWith("this can't be an input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> circuit(one, ImmutableList.of(unit), ImmutableList.of(mix), head("lane", Offset.UP)))
                .withMessageStartingWith("the head asks a neighbour");
    }

    @Test
    void aFiltersTensorsFitTogether() {
        Filter filter = LAST.filter();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.with(Part.MIX_BIAS, Tensor.of(new double[] {1}, 1)))
                .withMessageStartingWith("step.mix.bias has shape [1], not [");
    }

    private static Mix third(Mix mix) {
        return new Mix(
                mix.channel(),
                ImmutableList.of(new Summand(mix.summands().getFirst().unit(), 1.0 / 3)),
                mix.bias());
    }

    private static ImmutableList<HeadUnit> head(String channel, Offset at) {
        return ImmutableList.of(new HeadUnit("h", ImmutableList.of(new Input(channel, at, 1)), 0, 1));
    }

    private static Automaton automaton(
            ImmutableList<Field> fields, ImmutableList<Term> invariants, Head head, Geometry geometry) {
        return new Automaton(AUTOMATON.name(), fields, invariants, head, geometry);
    }

    private static Circuit circuit(
            ImmutableList<Channel> channels,
            ImmutableList<Unit> units,
            ImmutableList<Mix> mixes,
            ImmutableList<HeadUnit> head) {
        return new Circuit(
                CIRCUIT.name(),
                channels,
                units,
                mixes,
                head,
                CIRCUIT.geometry(),
                CIRCUIT.encodings(),
                CIRCUIT.invariants());
    }

    private static <I, O> void assertBroken(StageCheck<I, O> check, I in, O out, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> check.passed(in, out))
                .withMessage(message);
    }
}
