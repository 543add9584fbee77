package dev.pupil.runtime.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.CircuitBuilder;
import dev.pupil.compiler.circuit.symbolic.InvariantProver;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.circuit.symbolic.Reachable;
import dev.pupil.compiler.filter.FilterBuilder;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A circuit holds the automaton's fields, in every step, at every pixel. */
class CircuitBuilderTest {
    private static final Automaton PARITY = InvariantProver.prove(ParityAutomaton.build());
    private static final Circuit PARITY_CIRCUIT = CircuitBuilder.build(PARITY);

    @Test
    void parityAgreesWithItsAutomaton() {
        assertAgreementOnRandomImages(PARITY, PARITY_CIRCUIT, 20, 40);
    }

    @Test
    void parityAgreesWithItsAutomatonWithoutSharedChannels() {
        assertAgreementOnRandomImages(PARITY, CircuitBuilder.build(PARITY, Layout.separate(PARITY)), 10, 40);
    }

    @Test
    void randomAutomataAgreeWithTheirCircuits() {
        RandomAutomata automata = new RandomAutomata(new Random(7));
        for (int i = 0; i < 6; i++) {
            Automaton automaton = automata.next();
            assertAgreementOnRandomImages(automaton, CircuitBuilder.build(automaton), 2, 4);
        }
    }

    @Test
    void parityIsSmall() {
        Circuit circuit = PARITY_CIRCUIT;
        assertThat(circuit.channels().size()).isLessThanOrEqualTo(16);
        assertThat(circuit.units().size()).isLessThanOrEqualTo(50);
        assertThat(FilterBuilder.build(circuit).nonZeroWeights()).isLessThanOrEqualTo(350);
    }

    @Test
    void theSameAutomatonGivesTheSameCircuit() {
        assertThat(CircuitBuilder.build(PARITY)).isEqualTo(PARITY_CIRCUIT);
    }

    @Test
    void numbersAreMultiplesOfOneHalf() {
        for (Circuit.Unit unit : PARITY_CIRCUIT.units()) {
            assertThat(2 * unit.bias()).isEqualTo(Math.rint(2 * unit.bias()));
            assertThat(unit.inputs())
                    .allSatisfy(input -> assertThat(input.weight())
                            .isEqualTo(Math.rint(input.weight()))
                            .isNotZero());
        }
    }

    @Test
    void noUnitThatReadsTheLaneIsAtItsKinkForAnyValueOfTheLane() {
        for (Circuit.Unit unit : PARITY_CIRCUIT.units()) {
            boolean readsLane =
                    unit.inputs().stream().anyMatch(input -> input.channel().equals("lane"));
            if (readsLane && !unit.name().equals("lane#1")) {
                assertThat(unit.bias()).isNotEqualTo(Math.rint(unit.bias()));
            }
        }
    }

    @Test
    void unitsHaveDifferentNamesThatBeginWithAChannel() {
        Circuit circuit = PARITY_CIRCUIT;
        Set<String> channels = new HashSet<>();
        circuit.channels().forEach(channel -> channels.add(channel.name()));
        assertThat(circuit.units()).extracting(Circuit.Unit::name).doesNotHaveDuplicates();
        assertThat(circuit.units())
                .allSatisfy(unit -> assertThat(channels).contains(unit.name().replaceFirst("#\\d+$", "")));
    }

    @Test
    void unitsKnowTheRulesTheyComeFrom() {
        Circuit circuit = CircuitBuilder.build(PARITY, Layout.separate(PARITY));
        assertThat(circuit.units())
                .filteredOn(unit -> unit.name().startsWith("select#"))
                .isNotEmpty()
                .allSatisfy(unit -> assertThat(unit.origin().part()).isEqualTo("prelude"));
    }

    private static void assertAgreementOnRandomImages(Automaton automaton, Circuit circuit, int images, int steps) {
        Random random = new Random(1);
        for (int i = 0; i < images; i++) {
            assertAgreement(automaton, circuit, image(automaton, random), steps);
        }
    }

    /** A lane, full in half of the cases, with workspace below where there can be any. */
    private static int[][] image(Automaton automaton, Random random) {
        int[][] lane = new int[2 + random.nextInt(5)][2 + random.nextInt(5)];
        boolean full = random.nextBoolean();
        int workspace = Reachable.hasWorkspace(automaton.geometry()) ? random.nextInt(lane.length) / 2 : 0;
        for (int row = 0; row < lane.length; row++) {
            for (int column = 0; column < lane[row].length; column++) {
                int content = full ? 2 * random.nextInt(2) - 1 : random.nextInt(3) - 1;
                lane[row][column] = row >= lane.length - workspace ? 2 : content;
            }
        }
        return lane;
    }

    private static void assertAgreement(Automaton automaton, Circuit circuit, int[][] lane, int steps) {
        Simulation expected = Simulator.of(automaton).start(lane);
        CircuitSimulator simulator = new CircuitSimulator(circuit);
        CircuitSimulator.Image image = simulator.start(lane);
        for (int step = 1; step <= steps; step++) {
            expected.step();
            image = simulator.step(image);
            for (Field field : automaton.fields()) {
                for (int row = 0; row < lane.length; row++) {
                    for (int column = 0; column < lane[row].length; column++) {
                        assertThat(simulator.field(image, field.name(), row, column))
                                .as("%s at %s, %s after step %s", field.name(), row, column, step)
                                .isEqualTo(expected.value(field.name(), row, column));
                    }
                }
            }
        }
    }
}
