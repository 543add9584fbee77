package dev.pupil.verify.proof;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.text.TermText;
import dev.pupil.verify.proof.Inquiry.Complaint;

/**
 * Proves by induction on steps that the file's invariants hold at every pixel of the image at all times: before the first
 * step, and after a step if all of them held everywhere before it.
 */
final class Invariants {
    /** An invariant speaks of a pixel's neighbours, whose values after a step depend on their neighbours before it. */
    private static final int RADIUS = 2;

    private Invariants() {}

    /**
     * Proves the invariants.
     *
     * @throws RefutedException if one does not hold at first, or can be broken by a step
     */
    static void prove(Construction construction) throws RefutedException {
        Scene scene = new Scene(construction, RADIUS);
        proveAtFirst(scene);
        proveStep(scene);
    }

    private static void proveAtFirst(Scene scene) throws RefutedException {
        Meaning meaning = new Meaning(scene.formulas(), scene.before());
        Solver solver = scene.solver();
        solver.require(scene.before().first());
        Inquiry inquiry = new Inquiry(scene, solver);
        for (Term invariant : scene.construction().invariants()) {
            inquiry.requireNever(
                    -meaning.isTrue(invariant, 0, 0),
                    found -> complaint(invariant, "does not hold before the first step"));
        }
    }

    private static void proveStep(Scene scene) throws RefutedException {
        Meaning meaning = new Meaning(scene.formulas(), scene.after());
        Inquiry inquiry = new Inquiry(scene, scene.solverWithInvariants());
        for (Term invariant : scene.construction().invariants()) {
            inquiry.requireNever(
                    -meaning.isTrue(invariant, 0, 0), found -> complaint(invariant, "is broken by the step from here"));
        }
    }

    private static Complaint complaint(Term invariant, String reason) {
        return Complaint.of("the file's invariant '%s' %s"
                .formatted(TermText.print(invariant).strip(), reason));
    }
}
