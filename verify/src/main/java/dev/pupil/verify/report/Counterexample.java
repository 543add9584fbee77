package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import dev.pupil.verify.trial.Disagreement;
import java.util.Optional;

/**
 * Why an obligation does not hold: the smallest case that was found.
 *
 * @param summary one sentence without a full stop, which says what is where and what should be
 * @param neighbourhood the pixels around the one that goes wrong, if that is what it is about
 * @param data the training data and the query, if that is what it is about
 * @param units the hidden units that are to blame, as far as known
 * @param span the source text that the broken rule comes from, if there is one
 */
public record Counterexample(
        String summary,
        Optional<Neighbourhood> neighbourhood,
        Optional<Disagreement> data,
        ImmutableList<String> units,
        Optional<Span> span) {

    /** One that a sentence says all about. */
    public static Counterexample of(String summary) {
        return new Counterexample(summary, Optional.empty(), Optional.empty(), ImmutableList.of(), Optional.empty());
    }

    /** Data on which two predictors disagree. */
    public static Counterexample of(String summary, Disagreement data) {
        return new Counterexample(summary, Optional.empty(), Optional.of(data), ImmutableList.of(), Optional.empty());
    }

    /** The same with both predictions for its summary. */
    public static Counterexample of(Disagreement data) {
        return of("%s, but %s".formatted(data.expected(), data.actual()), data);
    }

    /** The same, at some source text. */
    public Counterexample at(Optional<Span> place) {
        return new Counterexample(summary, neighbourhood, data, units, place);
    }
}
