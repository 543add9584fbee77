package dev.pupil.verify.proof;

import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.subject.Subject;

/** What came of trying to prove V2 for a file. */
sealed interface StepOutcome {
    /** It holds. */
    record Proved(Construction construction) implements StepOutcome {}

    /** It is refuted or undecided. */
    record Open(Conclusion conclusion) implements StepOutcome {}

    /** Tries it. */
    static StepOutcome of(Subject subject) {
        try {
            Construction construction = Construction.of(subject);
            StepProof.prove(construction);
            return new Proved(construction);
        } catch (RefutedException e) {
            return new Open(Conclusion.refuted(e.counterexample()));
        } catch (NoBitException e) {
            return new Open(Conclusion.refuted(Counterexample.of(e.reason())));
        } catch (UndecidedException e) {
            return new Open(Conclusion.undecided(e.reason()));
        }
    }
}
