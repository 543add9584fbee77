package dev.pupil.verify.trial;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.runtime.automaton.Simulation;
import dev.pupil.runtime.automaton.Simulator;

/**
 * Executes the automaton, cell by cell, on the image that plain SGD leads to. It must answer after exactly as many steps
 * as it says, and not before, unless it is a machine.
 */
public final class AutomatonPredictor implements Predictor {
    private final Simulator simulator;
    private final boolean isBound;

    /** The predictions of {@code automaton}. */
    public AutomatonPredictor(Automaton automaton) {
        this(automaton, false);
    }

    /**
     * The predictions of an automaton.
     *
     * @param isBound whether it may answer before, too: how long a machine walks depends on its tape
     */
    public AutomatonPredictor(Automaton automaton, boolean isBound) {
        this.simulator = Simulator.of(automaton);
        this.isBound = isBound;
    }

    @Override
    public String name() {
        return "automaton";
    }

    @Override
    public ImmutableList<Outcome> predict(Trial trial) {
        ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
        long steps = simulator.automaton().geometry().steps().at(trial.sizes());
        for (int query = 0; query < trial.queries().size(); query++) {
            outcomes.add(predict(trial, query, steps));
        }
        return outcomes.build();
    }

    private Outcome predict(Trial trial, int query, long steps) {
        int[][] memory = ClosedForm.lane(trial.training(), trial.queries().row(query));
        Simulation simulation = simulator.start(simulator.image(trial.sizes(), memory));
        try {
            simulation.run(steps - 1);
            int early = simulation.output();
            simulation.step();
            int output = simulation.output();
            if (early != 0 && !isBound) {
                return new Outcome.Failure("an answer before step " + steps);
            }
            return output == 1 || output == -1
                    ? new Outcome.Label(output == 1)
                    : new Outcome.Failure("output " + output + " after " + steps + " steps");
        } catch (IllegalStateException broken) {
            return new Outcome.Failure("" + broken.getMessage());
        }
    }
}
