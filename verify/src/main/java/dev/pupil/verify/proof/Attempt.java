package dev.pupil.verify.proof;

import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Verdict;
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
        return outcome(() -> attempt.of(Construction.of(subject)));
    }

    /** The same for what rests on the step's proof. */
    static Conclusion concludeOnStep(Subject subject, Attempt attempt) {
        return concludeOn(StepOutcome.of(subject), attempt);
    }

    /** The same for what rests on the step's proof, which has been tried. */
    static Conclusion concludeOn(StepOutcome step, Attempt attempt) {
        return switch (step) {
            case StepOutcome.Proved proved -> outcome(() -> attempt.of(proved.construction()));
            case StepOutcome.Open open ->
                open.conclusion().verdict() instanceof Verdict.Undecided
                        ? open.conclusion()
                        : Conclusion.undecided("this rests on V2, which does not hold");
        };
    }

    /** Something that comes to a conclusion. */
    @FunctionalInterface
    interface Course {
        /**
         * Comes to it.
         *
         * @throws RefutedException if it is that something is not so
         */
        Conclusion conclusion() throws RefutedException;
    }

    private static Conclusion outcome(Course course) {
        try {
            return course.conclusion();
        } catch (RefutedException e) {
            return Conclusion.refuted(e.counterexample());
        } catch (NoBitException e) {
            return Conclusion.refuted(Counterexample.of(e.reason()));
        } catch (UndecidedException e) {
            return Conclusion.undecided(e.reason());
        }
    }
}
