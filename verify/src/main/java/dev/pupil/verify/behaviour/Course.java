package dev.pupil.verify.behaviour;

import dev.pupil.compiler.circuit.FieldReader;
import dev.pupil.runtime.automaton.Simulation;
import dev.pupil.verify.trial.FilterSimulator;

/** An image on its way from step to step, whoever computes it. */
sealed interface Course {
    /**
     * Makes one step.
     *
     * @throws IllegalStateException if a field leaves its range
     */
    void step();

    /** Whether the last step has changed anything. */
    boolean hasChanged();

    /**
     * A field's value at a pixel.
     *
     * @throws IllegalStateException if the pixel holds no value of the field
     */
    int value(String field, int row, int column);

    /** What the head makes of the whole image. */
    double output();

    /** As the automaton computes it. */
    record OfAutomaton(Simulation simulation) implements Course {
        @Override
        public void step() {
            simulation.step();
        }

        @Override
        public boolean hasChanged() {
            return simulation.hasChanged();
        }

        @Override
        public int value(String field, int row, int column) {
            return simulation.value(field, row, column);
        }

        @Override
        public double output() {
            return simulation.output();
        }
    }

    /** As the weights compute it; the file's labels say which channels are which fields. */
    record OfWeights(FilterSimulator.Image image, FieldReader reader) implements Course {
        @Override
        public void step() {
            image.step();
        }

        @Override
        public boolean hasChanged() {
            return image.hasChanged();
        }

        @Override
        public int value(String field, int row, int column) {
            return reader.value(field, channel -> image.channel(channel, row, column));
        }

        @Override
        public double output() {
            return image.output();
        }
    }
}
