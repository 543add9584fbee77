package dev.pupil.compiler.lower.prelude;

import static dev.pupil.compiler.lower.prelude.Names.inside;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.lower.sweep.PixelProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What should hold at every pixel after every step, because the construction means it so. These are claims only: each
 * is used where it has been proved by induction, and those that can't be are dropped.
 */
public final class InvariantCandidates {
    private static final Set<String> EARLY =
            Set.of(Names.POSITIVE, Names.FILLED, Names.GRID, Names.SELECT, Names.LABEL, Names.QUERY, Names.FULL);
    private static final Set<String> PLACES =
            Set.of(Automaton.INSIDE, Names.DIAGONAL, Names.BEYOND, Names.BEFORE, Names.FIRST_ROW);

    private final List<Field> fields;
    private final Set<String> places;
    private final ImmutableList.Builder<Term> claims = ImmutableList.builder();

    private InvariantCandidates(List<Field> fields, Set<String> places) {
        this.fields = fields;
        this.places = places;
    }

    /**
     * What should hold of the prelude, and of when all other fields come to life.
     *
     * @param places fields that tell a pixel where it is, beside those that the prelude has
     */
    public static ImmutableList<Term> ofPrelude(List<Field> fields, Direction direction, Set<String> places) {
        InvariantCandidates candidates = new InvariantCandidates(fields, Sets.union(PLACES, places));
        candidates.waves(direction);
        candidates.lifetimes();
        return candidates.claims.build();
    }

    public static ImmutableList<Term> of(List<Field> fields, Direction direction) {
        InvariantCandidates candidates = new InvariantCandidates(fields, PLACES);
        candidates.waves(direction);
        candidates.lifetimes();
        candidates.places();
        candidates.movement(direction);
        return candidates.claims.build();
    }

    private void claim(Term premise, Term conclusion) {
        claims.add(Terms.implies(premise, conclusion));
    }

    private void exclude(Term one, Term other) {
        claims.add(Terms.not(Terms.and(one, other)));
    }

    /** The wave of {@code started} moves down, and with the scan in row 0. */
    private void waves(Direction direction) {
        Offset before = PixelProgram.carryFrom(direction);
        Offset after = new Offset(0, -before.column());
        Term started = Terms.read(Names.STARTED);
        Term running = Terms.read(Names.RUNNING);
        claim(started, inside(Offset.CENTER));
        claim(running, started);
        for (Offset earlier : List.of(Offset.UP, before)) {
            claim(Terms.and(started, inside(earlier)), Terms.read(Names.STARTED, earlier));
            claim(Terms.and(started, inside(earlier)), Terms.read(Names.RUNNING, earlier));
            claim(Terms.and(running, inside(earlier)), Terms.read(Names.RUNNING, earlier));
        }
        for (Offset later : List.of(Offset.DOWN, after)) {
            claim(Terms.read(Names.STARTED, later), running);
            claim(Terms.and(running, inside(later)), Terms.read(Names.STARTED, later));
        }
    }

    /** Prelude fields end when the learner starts, the learner's own begin then. */
    private void lifetimes() {
        Term running = Terms.read(Names.RUNNING);
        for (Field field : fields) {
            if (EARLY.contains(field.name())) {
                exclude(Terms.read(field.name()), running);
            } else if (isProgram(field)) {
                claims.add(Terms.or(atRest(field, Offset.CENTER), running));
            }
        }
        if (has(Names.POSITIVE)) {
            claim(Terms.read(Names.POSITIVE), Terms.read(Names.FILLED));
        }
        claim(Terms.read(Names.ANSWER), Terms.read(Names.ANSWERED));
        if (has(Names.GRID)) {
            claim(Terms.read(Names.FILLED), Terms.read(Names.GRID));
            claim(Terms.read(Names.GRID), inside(Offset.CENTER));
        }
    }

    private boolean isProgram(Field field) {
        return !EARLY.contains(field.name())
                && !places.contains(field.name())
                && !field.name().equals(Names.STARTED)
                && !field.name().equals(Names.RUNNING);
    }

    private static Term atRest(Field field, Offset at) {
        return Terms.equal(Terms.read(field.name(), at), Terms.constant(field.rest()));
    }

    private boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    private void places() {
        if (!has(Names.DIAGONAL)) {
            return;
        }
        Term diagonal = Terms.read(Names.DIAGONAL);
        claim(diagonal, inside(Offset.RIGHT));
        claim(Terms.and(diagonal, inside(Offset.UP)), inside(Offset.LEFT));
        for (Offset beside : List.of(Offset.LEFT, Offset.RIGHT, Offset.UP, Offset.DOWN)) {
            exclude(diagonal, Terms.read(Names.DIAGONAL, beside));
        }
        for (String other : List.of(Names.BEYOND, Names.BEFORE)) {
            if (has(other)) {
                exclude(diagonal, Terms.read(other));
            }
        }
    }

    /** Examples are two steps apart, and a carry is only where one has just come by. */
    private void movement(Direction direction) {
        Offset before = PixelProgram.carryFrom(direction);
        List<Field> carries = starting(Names.CARRY);
        for (Field up : starting(Names.UP)) {
            for (Field other : starting(Names.UP)) {
                exclude(notAtRest(up, Offset.CENTER), notAtRest(other, Offset.DOWN));
            }
        }
        for (Field down : starting(Names.DOWN)) {
            for (Field other : starting(Names.DOWN)) {
                exclude(notAtRest(down, Offset.CENTER), notAtRest(other, Offset.UP));
            }
        }
        for (String prefix : List.of(Names.UP, Names.DOWN)) {
            Term isThere = Terms.read(prefix + Names.IS_THERE);
            for (Field field : starting(prefix)) {
                if (has(prefix + Names.IS_THERE)) {
                    claim(notAtRest(field, Offset.CENTER), isThere);
                }
                if (field.name().endsWith(".label") && has(prefix + Names.IS_QUERY)) {
                    exclude(Terms.read(field.name()), Terms.read(prefix + Names.IS_QUERY));
                }
            }
        }
        for (Field carry : carries) {
            for (Field other : carries) {
                if (!carry.equals(other)) {
                    exclude(notAtRest(carry, Offset.CENTER), notAtRest(other, Offset.CENTER));
                }
            }
            if (has(Names.DIAGONAL)) {
                exclude(notAtRest(carry, before), Terms.read(Names.DIAGONAL));
            }
        }
    }

    private List<Field> starting(String prefix) {
        List<Field> starting = new ArrayList<>(fields);
        starting.removeIf(field -> !field.name().startsWith(prefix));
        return starting;
    }

    private static Term notAtRest(Field field, Offset at) {
        return Terms.not(atRest(field, at));
    }
}
