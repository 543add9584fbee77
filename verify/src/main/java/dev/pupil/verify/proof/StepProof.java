package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;

/** V2: in every neighbourhood that satisfies the invariants, the weights compute what the program's rules say. */
public final class StepProof {
    private StepProof() {}

    /** Proves it, or finds a neighbourhood in which it is not so. */
    public static Conclusion check(Subject subject, Settings settings) {
        return Attempt.conclude(subject, construction -> {
            prove(construction);
            return new Conclusion(evidence(construction), new Verdict.Holds());
        });
    }

    /**
     * Proves it.
     *
     * @throws RefutedException if it is not so
     */
    static void prove(Construction construction) throws RefutedException {
        Invariants.prove(construction);
        Scene scene = new Scene(construction, Scene.NEIGHBOURS);
        Inquiry inquiry = new Inquiry(scene, scene.solverWithInvariants());
        new StateProof(scene, inquiry).prove();
        new ChannelProof(scene, inquiry).prove();
        new HeadProof(scene, inquiry).prove();
    }

    private static ImmutableList<Evidence> evidence(Construction construction) {
        return ImmutableList.of(
                new Evidence(
                        Strength.PROVED,
                        "what the file says holds at every pixel of every image after any number of steps",
                        construction.invariants().size(),
                        "invariants"),
                new Evidence(
                        Strength.PROVED,
                        "every channel and the output, in every neighbourhood of that kind: for every m, d, data set and"
                                + " number of steps",
                        construction.codes().channels() + 1L,
                        "functions"));
    }
}
