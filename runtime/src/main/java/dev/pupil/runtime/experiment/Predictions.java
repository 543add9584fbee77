package dev.pupil.runtime.experiment;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.runtime.data.DataSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What an engine answered.
 *
 * @param engine who answered
 * @param queries what was asked, with the right answers if they are known
 * @param answers a 0 or a 1 for each query
 */
public record Predictions(EngineKind engine, DataSet queries, ImmutableIntArray answers) {
    public Predictions {
        checkArgument(answers.length() == queries.size(), "an answer for each query");
    }

    /** How many answers are right; empty if the right ones are not known. */
    public OptionalInt correct() {
        return queries.hasLabels()
                ? OptionalInt.of((int) IntStream.range(0, queries.size())
                        .filter(row -> queries.label(row) == (answers.get(row) == 1))
                        .count())
                : OptionalInt.empty();
    }

    /** The share of right answers, from 0 to 1; empty if the right ones are not known or nothing was asked. */
    public OptionalDouble accuracy() {
        return correct().isPresent() && queries.size() > 0
                ? OptionalDouble.of((double) correct().getAsInt() / queries.size())
                : OptionalDouble.empty();
    }
}
