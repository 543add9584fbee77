package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.FieldReader;
import dev.pupil.runtime.automaton.Simulation;
import dev.pupil.runtime.automaton.Simulator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FilterSimulatorTest {
    /** The automaton is executed by other code, before it becomes tensors. */
    @Test
    void computesWhatTheAutomatonDoes() throws Exception {
        Compilation compiled = Compiler.compile(Programs.source(Path.of("..", "examples", "duet.pupil")));
        int[][] lane = new int[5][4];
        SplittableRandom random = new SplittableRandom(1);
        Arrays.stream(lane).forEach(row -> Arrays.setAll(row, column -> random.nextBoolean() ? 1 : -1));
        FieldReader reader = new FieldReader(
                compiled.filter().channels(), compiled.filter().legend().encodings());

        Simulation expected = Simulator.of(compiled.automaton()).start(lane);
        FilterSimulator.Image actual = FilterSimulator.of(compiled.filter()).start(lane);
        while (true) {
            expected.step();
            actual.step();
            assertThat(actual.output()).isEqualTo(expected.output());
            for (Field field : compiled.automaton().fields()) {
                for (int row = 0; row < 5; row++) {
                    for (int column = 0; column < 4; column++) {
                        int atRow = row;
                        int atColumn = column;
                        assertThat(reader.value(field.name(), channel -> actual.channel(channel, atRow, atColumn)))
                                .isEqualTo(expected.value(field.name(), row, column));
                    }
                }
            }
            if (!actual.hasChanged()) {
                break;
            }
        }
        assertThat(Math.abs(actual.output())).isEqualTo(1);
    }
}
