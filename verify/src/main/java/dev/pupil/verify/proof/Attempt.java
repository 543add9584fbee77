package dev.pupil.verify.proof;

import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.subject.Subject;

/** Tries to prove something about a file. */
interface Attempt {
    /**
     * Tries it.
     *
     * @throws RefutedException if it is not so
     * @throws UndecidedException if that can't be found out
     * @throws NoBitException if one of the file's or the program's terms has no meaning
     */
    Conclusion of(Construction construction) throws RefutedException;

    /** What comes of it, whatever that is. */
    static Conclusion conclude(Subject subject, Attempt attempt) {
        try {
            return attempt.of(Construction.of(subject));
        } catch (RefutedException e) {
            return Conclusion.refuted(e.counterexample());
        } catch (NoBitException e) {
            return Conclusion.refuted(Counterexample.of(e.reason()));
        } catch (UndecidedException e) {
            return Conclusion.undecided(e.reason());
        }
    }

    /** The same for what rests on the step's proof. */
    static Conclusion concludeOnStep(Subject subject, Attempt attempt) {
        return conclude(subject, construction -> {
            try {
                StepProof.prove(construction);
            } catch (RefutedException e) {
                throw new UndecidedException("this rests on V2, which does not hold");
            }
            return attempt.of(construction);
        });
    }
}
