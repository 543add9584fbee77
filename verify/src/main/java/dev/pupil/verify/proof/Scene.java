package dev.pupil.verify.proof;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.verify.proof.Surroundings.Place;
import java.util.HashMap;
import java.util.Map;

/** The pixels around a pixel of the image, before a step and after it, as formulas. */
final class Scene {
    /** How far rules see, and convolutions. */
    static final int NEIGHBOURS = 1;

    private static final int WORKSPACE = 2;

    private final Construction construction;
    private final Formulas formulas = new Formulas();
    private final Surroundings before;
    private final Successor after;
    private final Meaning meaningBefore;

    /**
     * A scene of which nothing is known but what is always so.
     *
     * @param radius how many pixels there are on each side of the one in the middle, at least 1
     */
    Scene(Construction construction, int radius) {
        this.construction = construction;
        this.before = new Surroundings(formulas, construction.codes(), radius);
        this.after = new Successor(formulas, construction.codes(), before, before);
        this.meaningBefore = new Meaning(formulas, before);
    }

    Construction construction() {
        return construction;
    }

    Formulas formulas() {
        return formulas;
    }

    Surroundings before() {
        return before;
    }

    Successor after() {
        return after;
    }

    /** The lane of the pixel in the middle. */
    Spread lane() {
        return lane(0, 0);
    }

    /** The lane of a pixel. */
    Spread lane(int row, int column) {
        Map<Long, Integer> where = new HashMap<>();
        for (int value = -1; value <= WORKSPACE; value++) {
            where.put((long) value, before.lane(value, row, column));
        }
        return Spread.of(where);
    }

    /** A solver that knows what is always so. */
    Solver solver() {
        return possible(withFacts(new Solver(formulas)));
    }

    /** A solver that knows, too, that the invariants hold before the step, wherever the scene shows all they speak of. */
    Solver solverWithInvariants() {
        return withInvariants(new Solver(formulas));
    }

    /** The same, with answers that are unlike each other. */
    Solver variedSolverWithInvariants() {
        return withInvariants(Solver.varied(formulas));
    }

    private Solver withFacts(Solver solver) {
        before.facts().forEach(solver::require);
        return solver;
    }

    private Solver withInvariants(Solver solver) {
        withFacts(solver);
        for (Term invariant : construction.invariants()) {
            before.places()
                    .filter(place -> isShown(invariant, place))
                    .forEach(place -> solver.require(holds(invariant, place)));
        }
        return possible(solver);
    }

    /** What contradicts itself would prove anything: there must be something before the first step, and after it. */
    private Solver possible(Solver solver) {
        if (solver.find(before.first()).isEmpty()
                || solver.find(-before.first()).isEmpty()) {
            throw new UndecidedException("what the file says of fields contradicts itself: no image is like that");
        }
        return solver;
    }

    private boolean isShown(Term invariant, Place place) {
        return Terms.reads(invariant).stream()
                .allMatch(read -> before.contains(
                        place.row() + read.at().row(),
                        place.column() + read.at().column()));
    }

    private int holds(Term invariant, Place place) {
        return formulas.implies(
                before.image(place.row(), place.column()),
                meaningBefore.isTrue(invariant, place.row(), place.column()));
    }
}
