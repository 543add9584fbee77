package dev.pupil.runtime.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.FieldReader;
import dev.pupil.runtime.automaton.Simulation;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.runtime.bits.KernelSupply.Choice;
import dev.pupil.runtime.bits.kernel.Layout;
import java.util.List;

/** A network on bits beside the same network as real numbers, and beside the automaton that it was made from. */
final class SideBySide implements AutoCloseable {
    private final BitsProgram program;
    private final Layout layout;
    private final KernelSupply kernels;
    private final BitsNetwork bits;

    SideBySide(BitsProgram program, Layout layout, Choice choice) {
        this.program = program;
        this.layout = layout;
        this.kernels = new KernelSupply(program.circuit(), layout, choice);
        this.bits = new BitsNetwork(program, layout, kernels);
    }

    /** A layout of images as large as these, which all have one size. */
    static Layout layout(BitsProgram program, List<int[][]> lanes, int imagesPerWord, int wordsPerPixel) {
        return new Layout(lanes.get(0).length, lanes.get(0)[0].length, program.planes(), imagesPerWord, wordsPerPixel);
    }

    /** Compares every channel of every pixel, and the outputs, after every step. */
    void assertSameChannels(List<int[][]> lanes, long steps) throws EscapeException {
        List<RealNetwork> real = lanes.stream()
                .map(lane -> new RealNetwork(program.filter(), lane))
                .toList();
        bits.load(lanes);
        assertSame(real, 0);
        for (long step = 1; step <= steps; step++) {
            boolean changed = real.stream().map(RealNetwork::step).reduce(false, Boolean::logicalOr);
            assertThat(bits.step()).as("something changes in step %s", step).isEqualTo(changed);
            assertSame(real, step);
        }
    }

    private void assertSame(List<RealNetwork> real, long step) {
        for (int image = 0; image < layout.images(); image++) {
            RealNetwork expected = real.get(Math.min(image, real.size() - 1));
            for (int channel = 0; channel < program.filter().channels().size(); channel++) {
                assertSameChannel(expected, channel, image, step);
            }
        }
        assertThat(bits.outputs())
                .as("outputs after step %s", step)
                .containsExactly(real.stream().mapToDouble(RealNetwork::output).toArray());
    }

    private void assertSameChannel(RealNetwork expected, int channel, int image, long step) {
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                double value = expected.value(channel, row, column);
                if (bits.value(channel, image, row, column) != value) {
                    assertThat(bits.value(channel, image, row, column))
                            .as(
                                    "%s of image %s at row %s, column %s after step %s in %s",
                                    program.filter().channels().get(channel).name(), image, row, column, step, layout)
                            .isEqualTo((int) value);
                }
            }
        }
    }

    /** Requires that the next step is refused. */
    void assertEscape() {
        assertThatExceptionOfType(EscapeException.class).isThrownBy(bits::step);
    }

    /** Compares every field of every pixel of the first image after every step. */
    void assertSameFields(Compilation compiled, int[][] lane, long steps) throws EscapeException {
        Automaton automaton = compiled.automaton();
        Simulation expected = Simulator.of(automaton).start(lane);
        FieldReader reader = new FieldReader(
                compiled.filter().channels(), compiled.filter().legend().encodings());
        bits.load(List.<int[][]>of(lane));
        for (long step = 1; step <= steps; step++) {
            expected.step();
            bits.step();
            for (Field field : automaton.fields()) {
                assertSameField(reader, field.name(), expected.values(field.name()), step);
            }
        }
    }

    private void assertSameField(FieldReader reader, String field, int[][] expected, long step) {
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int atRow = row;
                int atColumn = column;
                int value = reader.value(field, channel -> bits.value(channel, 0, atRow, atColumn));
                if (value != expected[row][column]) {
                    assertThat(value)
                            .as("%s at row %s, column %s after step %s in %s", field, row, column, step, layout)
                            .isEqualTo(expected[row][column]);
                }
            }
        }
    }

    @Override
    public void close() {
        kernels.close();
    }
}
