package dev.pupil.verify.trial;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Definition;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.reference.Interpreter;
import dev.pupil.runtime.reference.Learner;
import dev.pupil.runtime.reference.NoAnswerException;
import java.util.stream.IntStream;

/** Executes the program as it is written. */
public final class ReferencePredictor implements Predictor {
    private final Definition program;

    /** The meaning of {@code program}. */
    public ReferencePredictor(Definition program) {
        this.program = program;
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public ImmutableList<Outcome> predict(Trial trial) {
        DataSet training = trial.training();
        DataSet queries = trial.queries();
        try {
            Learner learner = Interpreter.start(program, trial.sizes());
            for (int i = 0; i < training.size(); i++) {
                learner.learn(training.row(i), training.label(i));
            }
            return IntStream.range(0, queries.size())
                    .mapToObj(i -> answer(learner, queries, i))
                    .collect(ImmutableList.toImmutableList());
        } catch (IllegalStateException broken) {
            // The checker promised that this can't happen.
            return Outcome.Failure.times(
                    queries.size(), "the program broke a promise of the checker: " + broken.getMessage());
        }
    }

    private static Outcome answer(Learner learner, DataSet queries, int query) {
        try {
            return new Outcome.Label(learner.predict(queries.row(query)));
        } catch (NoAnswerException unanswered) {
            return new Outcome.Failure("" + unanswered.getMessage());
        }
    }
}
