package dev.pupil.verify.trial;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.verify.trial.Disagreement.Said;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares two predictors, query by query. */
public final class CrossCheck {
    private final Predictor expected;
    private final Predictor actual;

    /**
     * A comparison.
     *
     * @param expected the one that is right
     * @param actual the one that is checked
     */
    public CrossCheck(Predictor expected, Predictor actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * What a comparison found.
     *
     * @param compared how many queries were compared, the disagreement's included
     * @param disagreement the first one, after which nothing was compared
     */
    public record Result(long compared, Optional<Disagreement> disagreement) {}

    /** Compares on all trials, in order, up to the first disagreement. */
    public Result run(Stream<Trial> trials) {
        long compared = 0;
        for (Iterator<Trial> each = trials.iterator(); each.hasNext(); ) {
            Trial trial = each.next();
            Result result = run(trial);
            compared += result.compared;
            if (result.disagreement.isPresent()) {
                return new Result(compared, result.disagreement);
            }
        }
        return new Result(compared, Optional.empty());
    }

    /** Compares on one trial. */
    public Result run(Trial trial) {
        ImmutableList<Outcome> right = expected.predict(trial);
        ImmutableList<Outcome> checked = actual.predict(trial);
        DataSet queries = trial.queries();
        for (int i = 0; i < queries.size(); i++) {
            // Two failures do not agree: nothing was predicted.
            if (!right.get(i).equals(checked.get(i)) || right.get(i) instanceof Outcome.Failure) {
                return new Result(
                        i + 1,
                        Optional.of(new Disagreement(
                                trial.training(),
                                queries.row(i),
                                new Said(expected.name(), right.get(i)),
                                new Said(actual.name(), checked.get(i)))));
            }
        }
        return new Result(queries.size(), Optional.empty());
    }
}
