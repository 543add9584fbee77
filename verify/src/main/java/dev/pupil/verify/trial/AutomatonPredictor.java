package dev.pupil.verify.trial;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.runtime.automaton.Simulation;
import dev.pupil.runtime.automaton.Simulator;

/**
 * Executes the automaton, cell by cell, on the image that plain SGD leads to, for as many steps as it says.
 */
public final class AutomatonPredictor implements Predictor {
    private final Simulator simulator;

    /** The predictions of {@code automaton}. */
    public AutomatonPredictor(Automaton automaton) {
        this.simulator = Simulator.of(automaton);
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
            simulation.run(steps);
            int output = simulation.output();
            return output == 1 || output == -1
                    ? new Outcome.Label(output == 1)
                    : new Outcome.Failure("output " + output + " after " + steps + " steps");
        } catch (IllegalStateException broken) {
            return new Outcome.Failure("" + broken.getMessage());
        }
    }
}
