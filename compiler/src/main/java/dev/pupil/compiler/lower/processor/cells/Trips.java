package dev.pupil.compiler.lower.processor.cells;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.ScanBody;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The ways on which the head goes along row 0 and back. The field {@code out} says that the head is here, on its way to
 * the right, and on which of the ways; {@code back} that it is here on its way to the left.
 *
 * @param trips all different ways; the first one's number is 1
 */
record Trips(ImmutableList<Trip> trips) {
    /** A value of {@code back} for ways on which nothing is done to the left. */
    private static final int PLAIN = 1;

    /** What the head does on a way. */
    sealed interface Trip {
        /** It scans. */
        record Scanning(ScanBody body, boolean isAwaited) implements Trip {}

        /** It has an element of a vector of wide integers sent to the accumulator. */
        record Adding(Instruction.AddElement instruction) implements Trip {}

        /** It has an element of a vector of wide integers take what comes from the accumulator. */
        record Putting(Instruction.PutElement instruction) implements Trip {}

        /** It sets a marker to column 0. */
        record Marking(String marker) implements Trip {}
    }

    /** All ways of the given actions. */
    static Trips of(Iterable<Control.Action> actions) {
        Set<Trip> trips = new LinkedHashSet<>();
        for (Control.Action action : actions) {
            trip(action).ifPresent(trips::add);
        }
        return new Trips(ImmutableList.copyOf(trips));
    }

    /** What control sends into {@code out} as it enters an action. */
    Term sent(Control.Action action) {
        return Terms.constant(trip(action).map(this::number).orElse(0));
    }

    private static Optional<Trip> trip(Control.Action action) {
        if (action instanceof Control.Action.Do todo) {
            if (todo.instruction() instanceof Instruction.Scan scan) {
                return Optional.of(new Trip.Scanning(scan.body(), scan.isAwaited()));
            }
            if (todo.instruction() instanceof Instruction.MarkColumn mark) {
                return Optional.of(new Trip.Marking(mark.marker()));
            }
            if (todo.instruction() instanceof Instruction.AddElement add) {
                return Optional.of(new Trip.Adding(add));
            }
            if (todo.instruction() instanceof Instruction.PutElement put) {
                return Optional.of(new Trip.Putting(put));
            }
        }
        return Optional.empty();
    }

    private int number(Trip trip) {
        return 1 + trips.indexOf(trip);
    }

    private ImmutableList<Trip> returning() {
        return trips.stream()
                .filter(trip -> trip instanceof Trip.Scanning scanning
                        && scanning.body().direction() == Direction.LEFT)
                .collect(ImmutableList.toImmutableList());
    }

    int ways() {
        return trips.size();
    }

    int waysBack() {
        return PLAIN + returning().size();
    }

    /** Where {@code out} becomes {@code back}. */
    Term turned(Term out) {
        Term back = Terms.constant(PLAIN);
        for (Trip trip : trips) {
            if (!comesBack(trip)) {
                back = Terms.choice(Terms.equal(out, Terms.constant(number(trip))), Terms.constant(0), back);
            }
        }
        int number = PLAIN;
        for (Trip trip : returning()) {
            number++;
            back = Terms.choice(Terms.equal(out, Terms.constant(number(trip))), Terms.constant(number), back);
        }
        return back;
    }

    private static boolean comesBack(Trip trip) {
        return switch (trip) {
            case Trip.Scanning scanning -> scanning.isAwaited();
            case Trip.Adding adding -> true;
            case Trip.Putting putting -> false;
            case Trip.Marking marking -> true;
        };
    }

    /** A term that depends on the way on which the head leaves the pixel at {@code at} to the right. */
    Term onWayOut(Offset at, Function<ScanBody, Term> value, Term otherwise) {
        Term term = otherwise;
        for (Trip trip : trips) {
            if (trip instanceof Trip.Scanning scanning && scanning.body().direction() == Direction.RIGHT) {
                term = choice(isOut(at, number(trip)), value.apply(scanning.body()), otherwise, term);
            }
        }
        return term;
    }

    /** A term that depends on the way on which the head comes from the right. */
    Term onWayBack(Function<ScanBody, Term> value, Term otherwise) {
        Term term = otherwise;
        int number = PLAIN;
        for (Trip trip : returning()) {
            number++;
            Term is = Terms.equal(Terms.read(SequenceNames.BACK, Offset.RIGHT), Terms.constant(number));
            if (trip instanceof Trip.Scanning scanning) {
                term = choice(is, value.apply(scanning.body()), otherwise, term);
            }
        }
        return term;
    }

    private static Term choice(Term condition, Term value, Term otherwise, Term term) {
        return value.equals(otherwise) ? term : Terms.choice(condition, value, term);
    }

    /** Whether the head is here on a way. */
    Term is(Trip trip) {
        return isOut(Offset.CENTER, number(trip));
    }

    /** Whether the head is here on the way on which a marker is set. */
    Term isMarking(String marker) {
        return isOut(Offset.CENTER, number(new Trip.Marking(marker)));
    }

    private static Term isOut(Offset at, int number) {
        return Terms.equal(Terms.read(SequenceNames.OUT, at), Terms.constant(number));
    }

    static Term isSet(String field, Offset at) {
        return Terms.not(Terms.equal(Terms.read(field, at), Terms.constant(0)));
    }
}
