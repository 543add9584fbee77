package dev.pupil.runtime.engine;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.automaton.Simulation;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.runtime.data.DataSet;
import java.util.BitSet;

/**
 * Predicts with the cell automaton: lowers the program in the weight file again, puts W·diag(z) on the image's lane,
 * makes exactly L steps and reads the head. The filter in the file is not looked at.
 */
public final class AutomatonEngine implements Engine {
    @Override
    public String name() {
        return "automaton";
    }

    @Override
    public ImmutableIntArray predict(WeightFile trained, DataSet queries, Progress progress)
            throws PredictionException {
        TrainedMemory memory = TrainedMemory.of(trained);
        PredictionChecks.requireWidth(trained, queries);
        Simulator simulator = Simulator.of(automaton(trained));
        ImmutableIntArray.Builder predictions = ImmutableIntArray.builder(queries.size());
        for (int query = 0; query < queries.size(); query++) {
            predictions.add(predict(simulator, memory, queries.row(query)));
            progress.report(query + 1L, queries.size());
        }
        return predictions.build();
    }

    private static Automaton automaton(WeightFile trained) throws PredictionException {
        try {
            return Compiler.lower(Compiler.definition(trained.source())).automaton();
        } catch (DiagnosticException e) {
            throw new PredictionException("the program in the weight file does not compile: " + e.getMessage());
        }
    }

    /** The prediction for one query, 0 or 1. */
    static int predict(Simulator simulator, TrainedMemory memory, BitSet query) throws PredictionException {
        Simulation simulation = start(simulator, memory, query);
        long steps = simulator.automaton().geometry().steps().at(memory.sizes());
        simulation.run(steps);
        int output = simulation.output();
        if (Math.abs(output) != 1) {
            throw new PredictionException(
                    "the automaton's output is %s after %s steps, not -1 or +1".formatted(output, steps));
        }
        return output > 0 ? 1 : 0;
    }

    private static Simulation start(Simulator simulator, TrainedMemory memory, BitSet query)
            throws PredictionException {
        try {
            return simulator.start(simulator.image(memory.sizes(), memory.lane(query)));
        } catch (IllegalArgumentException e) {
            throw new PredictionException("the automaton can't be run at this size: " + e.getMessage());
        }
    }
}
