package dev.pupil.verify.trial;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.FieldReader;
import dev.pupil.runtime.automaton.Simulation;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.runtime.bits.BitImages;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares a network on bits with its automaton: every field of every pixel after every step. */
final class FieldComparison {
    private final Compilation compiled;
    private final Simulator simulator;
    private final FieldReader reader;

    FieldComparison(Compilation compiled) {
        this.compiled = compiled;
        this.simulator = Simulator.of(compiled.automaton());
        this.reader = new FieldReader(
                compiled.filter().channels(), compiled.filter().legend().encodings());
    }

    /** The first difference in a trial, if there is one. */
    Optional<String> difference(Trial trial) {
        List<int[][]> lanes = IntStream.range(0, trial.queries().size())
                .mapToObj(query -> simulator.image(
                        trial.sizes(),
                        ClosedForm.lane(trial.training(), trial.queries().row(query))))
                .toList();
        List<Simulation> automata = lanes.stream().map(simulator::start).toList();
        BitImages bits = new BitImages(compiled.filter(), lanes);
        long steps = compiled.automaton().geometry().steps().at(trial.sizes());
        for (long step = 1; step <= steps; step++) {
            bits.step();
            for (int image = 0; image < lanes.size(); image++) {
                automata.get(image).step();
                Optional<String> difference = difference(automata.get(image), bits, image);
                if (difference.isPresent()) {
                    return Optional.of("after step %s, %s".formatted(step, difference.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> difference(Simulation automaton, BitImages bits, int image) {
        for (Field field : compiled.automaton().fields()) {
            int[][] expected = automaton.values(field.name());
            for (int row = 0; row < automaton.rows(); row++) {
                for (int column = 0; column < automaton.columns(); column++) {
                    int atRow = row;
                    int atColumn = column;
                    int value = reader.value(field.name(), channel -> bits.value(channel, image, atRow, atColumn));
                    if (value != expected[row][column]) {
                        return Optional.of("%s is %s, not %s, at row %s, column %s of image %s"
                                .formatted(field.name(), value, expected[row][column], row, column, image));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
