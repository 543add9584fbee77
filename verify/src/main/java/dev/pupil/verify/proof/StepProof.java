package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.Optional;

/** V2: in every neighbourhood that satisfies the invariants, the weights compute what the program's rules say. */
public final class StepProof {
    private StepProof() {}

    /** Proves it, or finds a neighbourhood in which it is not so. */
    public static Conclusion check(Subject subject, Settings settings) {
        if (!settings.crossCheck()) {
            return conclusion(StepOutcome.of(subject));
        }
        return Attempt.conclude(subject, construction -> {
            Optional<String> objection = SecondOpinion.objection(construction);
            requireAgreement(construction, objection);
            return new Conclusion(
                    evidence(construction).add(confirmation(construction)).build(), new Verdict.Holds());
        });
    }

    /** What there is to say of a proof that has been tried. */
    static Conclusion conclusion(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Proved proved ->
                new Conclusion(evidence(proved.construction()).build(), new Verdict.Holds());
            case StepOutcome.Open open -> open.conclusion();
        };
    }

    /** Proves it if the second opinion is that it is so, and refutes it if that is not. */
    private static void requireAgreement(Construction construction, Optional<String> objection)
            throws RefutedException {
        try {
            prove(construction);
        } catch (RefutedException e) {
            if (objection.isPresent()) {
                throw e;
            }
            throw new UndecidedException(
                    "two methods disagree: Z3 confirms all, but Sat4j finds that %s".formatted(e.summary()));
        }
        if (objection.isPresent()) {
            throw new UndecidedException("two methods disagree: Sat4j confirms all, but %s".formatted(objection.get()));
        }
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

    private static ImmutableList.Builder<Evidence> evidence(Construction construction) {
        return ImmutableList.<Evidence>builder()
                .add(
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

    private static Evidence confirmation(Construction construction) {
        return new Evidence(
                Strength.PROVED,
                "invariants, the ranges of fields, every channel and the output a second time, by Z3 from the weights'"
                        + " own sums",
                construction.invariants().size()
                        + construction.automaton().fields().size()
                        + construction.codes().channels()
                        + 1L,
                "invariants, ranges and functions");
    }
}
