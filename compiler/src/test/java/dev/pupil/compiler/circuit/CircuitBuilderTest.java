package dev.pupil.compiler.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.filter.FilterBuilder;
import dev.pupil.compiler.symbolic.InvariantProver;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitBuilderTest {

    @Test
    void theCircuitOfParityComputesEveryFieldInEveryStep() {
        Automaton parity = InvariantProver.prove(ParityAutomaton.build());
        Circuit circuit = CircuitBuilder.build(parity);
        assertThat(circuit.units().size()).isLessThanOrEqualTo(50);
        assertThat(FilterBuilder.build(circuit).nonZeroWeights()).isLessThanOrEqualTo(350);
        Random random = new Random(1);
        for (int run = 0; run < 30; run++) {
            assertAgreement(parity, circuit, image(random, 2 + random.nextInt(5), 2 + random.nextInt(5)), 40);
        }
    }

    private static int[][] image(Random random, int rows, int columns) {
        int[][] lane = new int[rows][columns];
        boolean full = random.nextBoolean();
        int workspace = random.nextInt(rows) / 2;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                lane[row][column] =
                        row >= rows - workspace ? 2 : full ? 2 * random.nextInt(2) - 1 : random.nextInt(3) - 1;
            }
        }
        return lane;
    }

    private static void assertAgreement(Automaton automaton, Circuit circuit, int[][] lane, int steps) {
        AutomatonRun run = new AutomatonRun(automaton, lane);
        CircuitSimulator simulator = new CircuitSimulator(circuit);
        CircuitSimulator.Image image = simulator.start(lane);
        for (int step = 1; step <= steps; step++) {
            run.step();
            image = simulator.step(image);
            for (Field field : automaton.fields()) {
                for (int row = 0; row < lane.length; row++) {
                    for (int column = 0; column < lane[0].length; column++) {
                        assertThat(simulator.field(image, field.name(), row, column))
                                .as("%s at %s, %s after step %s", field.name(), row, column, step)
                                .isEqualTo(run.value(field.name(), row, column));
                    }
                }
            }
        }
    }
}
