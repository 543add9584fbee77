package dev.pupil.verify.trial;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.PredictionException;

/** An engine on a weight file whose memory layer is filled with what SGD provably leaves there. */
public final class EnginePredictor implements Predictor {
    private final Engine engine;
    private final WeightFile weights;

    /**
     * The predictions of an engine.
     *
     * @param weights what the engine executes; its memory is replaced by each trial's
     */
    public EnginePredictor(Engine engine, WeightFile weights) {
        this.engine = engine;
        this.weights = weights;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public ImmutableList<Outcome> predict(Trial trial) {
        WeightFile trained = weights.withMemory(ClosedForm.memory(trial.training()));
        try {
            return engine.predict(trained, trial.queries(), Progress.NONE).stream()
                    .<Outcome>mapToObj(label -> new Outcome.Label(label == 1))
                    .collect(ImmutableList.toImmutableList());
        } catch (PredictionException refused) {
            return Outcome.Failure.times(trial.queries().size(), "" + refused.getMessage());
        } catch (RuntimeException broken) {
            // No engine should come to this, whatever a file holds; but then it has not predicted anything.
            return Outcome.Failure.times(trial.queries().size(), name() + " breaks off: " + broken);
        }
    }
}
