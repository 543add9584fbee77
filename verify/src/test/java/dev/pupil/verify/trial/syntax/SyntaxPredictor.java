package dev.pupil.verify.trial.syntax;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.tree.LearnerNode;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.verify.trial.Outcome;
import dev.pupil.verify.trial.Predictor;
import dev.pupil.verify.trial.Trial;
import java.util.BitSet;

/** Executes a program as its text says. */
public final class SyntaxPredictor implements Predictor {
    private final LearnerNode learner;

    /** The meaning of a text. */
    public SyntaxPredictor(LearnerNode learner) {
        this.learner = learner;
    }

    @Override
    public String name() {
        return "syntax";
    }

    @Override
    public ImmutableList<Outcome> predict(Trial trial) {
        DataSet training = trial.training();
        DataSet queries = trial.queries();
        Execution execution = new Execution(learner, training.features(), training.size());
        ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
        try {
            for (int i = 0; i < training.size(); i++) {
                execution.learn(example(training.row(i), training.features(), training.label(i)));
            }
            for (int i = 0; i < queries.size(); i++) {
                long answer = execution.predict(example(queries.row(i), queries.features(), false));
                outcomes.add(new Outcome.Label(answer == 1));
            }
            return outcomes.build();
        } catch (IllegalStateException broken) {
            return Outcome.Failure.times(queries.size(), "" + broken.getMessage());
        }
    }

    private static long[] example(BitSet features, int width, boolean label) {
        long[] example = new long[width + 1];
        for (int j = 0; j < width; j++) {
            example[j] = features.get(j) ? 1 : 0;
        }
        example[width] = label ? 1 : 0;
        return example;
    }
}
