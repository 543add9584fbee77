package dev.pupil.verify.proof;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.verify.proof.Inquiry.Complaint;
import dev.pupil.verify.proof.Surroundings.Place;

/**
 * Proves that the lane is 0 wherever a row is selected, given that memory is written by whole rows. The rules see what the
 * lane holds only one step later, so that the induction goes over two steps: what holds after t and t + 1 steps holds
 * after t + 2.
 */
final class Selection {
    private static final int WORKSPACE = 2;

    /** Two steps see so far. */
    private static final int RADIUS = 2;

    private final Scene scene;
    private final Formulas formulas;
    private final Solver solver;

    private Selection(Construction construction) {
        this.scene = new Scene(construction, RADIUS);
        this.formulas = scene.formulas();
        this.solver = scene.solverWithInvariants();
        scene.before().places().forEach(this::requireWholeRow);
    }

    /**
     * Proves it.
     *
     * @throws RefutedException if it is not so
     */
    static void prove(Construction construction) throws RefutedException {
        new Selection(construction).prove();
    }

    private void prove() throws RefutedException {
        int first = scene.before().first();
        State second = new Successor(formulas, scene.construction().codes(), scene.before(), scene.after());
        Inquiry inquiry = new Inquiry(scene, solver);
        requireNever(inquiry, formulas.and(first, -isEmpty(scene.before(), 0, 0)));
        requireNever(inquiry, formulas.and(first, -isEmpty(scene.after(), 0, 0)));
        scene.before().places().forEach(place -> {
            solver.require(isEmpty(scene.before(), place.row(), place.column()));
            if (scene.before().contains(2 * place.row(), 2 * place.column())) {
                solver.require(isEmpty(scene.after(), place.row(), place.column()));
            }
        });
        requireNever(inquiry, -isEmpty(second, 0, 0));
    }

    private static void requireNever(Inquiry inquiry, int breach) throws RefutedException {
        inquiry.requireNever(breach, found -> Complaint.of("a row is selected that is not empty"));
    }

    /** If the pixel is selected, its lane is 0. */
    private int isEmpty(State state, int row, int column) {
        return isEmpty(scene, state, row, column);
    }

    /** The formula "if the pixel is selected, its lane is 0". */
    static int isEmpty(Scene scene, State state, int row, int column) {
        Automaton.Head head = scene.construction().automaton().head();
        return scene.formulas().implies(state.field(head.select(), row, column).is(1), state.lane(0, row, column));
    }

    /** Of two pixels of the main grid beside each other, both lanes are 0, or none. */
    private void requireWholeRow(Place place) {
        int row = place.row();
        int right = place.column() + 1;
        Surroundings before = scene.before();
        if (before.contains(row, right)) {
            int bothInGrid = formulas.and(isGrid(row, place.column()), isGrid(row, right));
            int alike = formulas.equal(before.lane(0, row, place.column()), before.lane(0, row, right));
            solver.require(formulas.implies(bothInGrid, alike));
        }
    }

    private int isGrid(int row, int column) {
        return formulas.and(scene.before().image(row, column), -scene.before().lane(WORKSPACE, row, column));
    }
}
