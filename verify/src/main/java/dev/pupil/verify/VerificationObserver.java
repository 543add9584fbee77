package dev.pupil.verify;

import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;

/** Is told how a verification goes on, as it does; never by two threads at once. */
public interface VerificationObserver {
    /** Looks away. */
    VerificationObserver NONE = new VerificationObserver() {
        @Override
        public void begins(Obligation obligation) {}

        @Override
        public void ends(Finding finding) {}

        @Override
        public void breaksDown(Obligation obligation, Throwable fault) {}
    };

    /** An obligation is checked from now on; others may be, too. */
    void begins(Obligation obligation);

    /** An obligation's check has ended. */
    void ends(Finding finding);

    /** A check has failed to come to any conclusion, by a fault of its own; it ends as undecided. */
    void breaksDown(Obligation obligation, Throwable fault);
}
