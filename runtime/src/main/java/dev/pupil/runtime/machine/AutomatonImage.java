package dev.pupil.runtime.machine;

import dev.pupil.runtime.automaton.Simulation;

/** An image that the automaton computes. */
public final class AutomatonImage implements MachineImage {
    private final Simulation simulation;

    /** The image of a simulation that has not begun. */
    public AutomatonImage(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public boolean step() {
        simulation.step();
        return simulation.hasChanged();
    }

    @Override
    public int value(String field, int row, int column) {
        return simulation.value(field, row, column);
    }

    @Override
    public void close() {}
}
