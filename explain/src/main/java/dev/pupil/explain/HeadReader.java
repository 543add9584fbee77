package dev.pupil.explain;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.TooLargeException;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.explain.Explanation.HeadNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Explains the head: of the units that read the lane, each with those that would undo it if the lane were 0, where the
 * lane counts; of the others, what they add up to.
 */
final class HeadReader {
    private final Filter filter;
    private final Decisions decisions;
    private final StepFunctions functions;
    private final Situations situations;
    private final Wording wording;

    HeadReader(Filter filter, Decisions decisions, StepFunctions functions, Situations situations, Wording wording) {
        this.filter = filter;
        this.decisions = decisions;
        this.functions = functions;
        this.situations = situations;
        this.wording = wording;
    }

    /** What the head's units make up together. */
    ImmutableList<HeadNote> notes() {
        ImmutableList.Builder<HeadNote> notes = ImmutableList.builder();
        List<Integer> open = new ArrayList<>(
                IntStream.range(0, filter.headOutputWeight().values().length())
                        .boxed()
                        .toList());
        for (int unit : List.copyOf(open)) {
            Optional<Integer> partner =
                    open.stream().filter(other -> undoes(unit, other)).findFirst();
            if (partner.isPresent()) {
                List<Integer> both = List.of(unit, partner.get());
                notes.add(new HeadNote(formula(both), laneMeaning(both)));
                open.removeAll(both);
            }
        }
        if (!open.isEmpty()) {
            notes.add(new HeadNote(formula(open), meaning(open)));
        }
        return notes.build();
    }

    /** Whether a unit reads the lane, and another one subtracts what it is where the lane is 0. */
    private boolean undoes(int unit, int other) {
        boolean isSame = filter.headHiddenBias().values().get(unit)
                        == filter.headHiddenBias().values().get(other)
                && output(unit) == -output(other)
                && filter.headHidden(unit, 0) != 0
                && filter.headHidden(other, 0) == 0;
        return isSame
                && IntStream.range(1, filter.channels().size())
                        .allMatch(channel -> filter.headHidden(unit, channel) == filter.headHidden(other, channel));
    }

    private double output(int unit) {
        return filter.headOutputWeight().values().get(unit);
    }

    private String formula(List<Integer> units) {
        Formula sum = new Formula();
        for (int unit : units) {
            Formula hidden = new Formula();
            for (int channel = 0; channel < filter.channels().size(); channel++) {
                hidden.add(
                        filter.headHidden(unit, channel),
                        Formula.name(filter.channels().get(channel).name()));
            }
            sum.add(
                    output(unit),
                    hidden.add(filter.headHiddenBias().values().get(unit)).rectified());
        }
        return sum.text();
    }

    private Levels sum(List<Integer> units) {
        Levels sum = Levels.constant(decisions, 0);
        for (int unit : units) {
            sum = sum.plus(decisions, functions.headUnit(unit).times(decisions, output(unit)));
        }
        return sum;
    }

    private String meaning(List<Integer> units) {
        try {
            Levels sum = sum(units);
            return situations.cases(sum, situations.care(sum)).orElseGet(HeadReader::unknown);
        } catch (TooLargeException large) {
            return unknown();
        }
    }

    private static String unknown() {
        return "what the sum gives: it has too many cases to list";
    }

    /** Where the sum is the lane's value whatever that is, if it is 0 everywhere else. */
    private String laneMeaning(List<Integer> units) {
        try {
            Levels sum = sum(units);
            Levels lane = functions.input(0, Offset.CENTER);
            Decision care = situations.care(sum);
            Decision counts = decisions.and(care, sum.where(decisions, value -> value.signum() != 0));
            Decision equal = sum.minus(decisions, lane).where(decisions, value -> value.signum() == 0);
            if (!decisions.meet(counts, decisions.not(equal))) {
                return situations
                        .cubes(counts, decisions.and(care, lane.where(decisions, value -> value.signum() != 0)))
                        .map(cubes -> "the lane where " + wording.alternatives(cubes, care) + "; 0 elsewhere")
                        .orElseGet(HeadReader::unknown);
            }
            return meaning(units);
        } catch (TooLargeException large) {
            return unknown();
        }
    }
}
