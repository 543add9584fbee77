package dev.pupil.compiler.lower.processor.cells;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Action;
import dev.pupil.compiler.lower.processor.instruction.Ending;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Scan;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Trip;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ways on which the head goes along row 0 and back. The field {@code out} says that the head is here, on its way to
 * the right, and on which of the ways; {@code back} that it is here on its way to the left.
 *
 * @param trips what sends it on different ways; the first one's number is 1
 */
record Trips(ImmutableList<Trip> trips) {
    /** A value of {@code back} for ways on which nothing is done to the left. */
    private static final int PLAIN = 1;

    /** All ways of the given actions. */
    static Trips of(List<Action> actions) {
        return new Trips(actions.stream()
                .flatMap(action -> errand(action).stream())
                .distinct()
                .collect(ImmutableList.toImmutableList()));
    }

    /** What control sends into {@code out} as it enters an action. */
    Term sent(Action action) {
        return Terms.constant(errand(action).map(this::number).orElse(0));
    }

    private static Optional<Trip> errand(Action action) {
        return action instanceof Trip trip ? Optional.of(trip.errand()) : Optional.empty();
    }

    private int number(Trip trip) {
        return 1 + trips.indexOf(trip);
    }

    private ImmutableList<Scan> returning() {
        return scans(Direction.LEFT);
    }

    private ImmutableList<Scan> scans(Direction direction) {
        return trips.stream()
                .filter(Scan.class::isInstance)
                .map(Scan.class::cast)
                .filter(scan -> scan.direction() == direction)
                .collect(ImmutableList.toImmutableList());
    }

    int ways() {
        return trips.size();
    }

    int waysBack() {
        return PLAIN + returning().size();
    }

    /** Where {@code out} becomes {@code back}; time table, Scan: what nobody waits for has no way back. */
    Term turned(Term out) {
        Term back = Terms.constant(PLAIN);
        for (Trip trip : trips) {
            if (!trip.ending().equals(Ending.HEAD_IS_BACK)) {
                back = Terms.choice(Terms.equal(out, Terms.constant(number(trip))), Terms.constant(0), back);
            }
        }
        int number = PLAIN;
        for (Scan trip : returning()) {
            number++;
            back = Terms.choice(Terms.equal(out, Terms.constant(number(trip))), Terms.constant(number), back);
        }
        return back;
    }

    /** A term that depends on the way on which the head leaves the pixel at {@code at} to the right. */
    Term onWayOut(Offset at, Function<Scan, Term> value, Term otherwise) {
        Term term = otherwise;
        for (Scan scan : scans(Direction.RIGHT)) {
            term = choice(isOut(at, number(scan)), value.apply(scan), otherwise, term);
        }
        return term;
    }

    /** A term that depends on the way on which the head comes from the right. */
    Term onWayBack(Function<Scan, Term> value, Term otherwise) {
        Term term = otherwise;
        int number = PLAIN;
        for (Scan scan : returning()) {
            number++;
            Term is = Terms.equal(Terms.read(SequenceNames.BACK, Offset.RIGHT), Terms.constant(number));
            term = choice(is, value.apply(scan), otherwise, term);
        }
        return term;
    }

    private static Term choice(Term condition, Term value, Term otherwise, Term term) {
        return value.equals(otherwise) ? term : Terms.choice(condition, value, term);
    }

    /** Whether the head is here on a way to the right. */
    Term is(Trip trip) {
        return isOut(Offset.CENTER, number(trip));
    }

    private static Term isOut(Offset at, int number) {
        return Terms.equal(Terms.read(SequenceNames.OUT, at), Terms.constant(number));
    }

    static Term isSet(String field, Offset at) {
        return Terms.not(Terms.equal(Terms.read(field, at), Terms.constant(0)));
    }
}
