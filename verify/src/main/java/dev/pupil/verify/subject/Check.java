package dev.pupil.verify.subject;

import dev.pupil.verify.report.Conclusion;

/** How one obligation is checked. */
@FunctionalInterface
public interface Check {
    /**
     * Checks it, however long that takes. Nothing that is wrong with a weight file may make this fail: it is refuted.
     *
     * @param subject a weight file that agrees with itself and its program
     */
    Conclusion check(Subject subject, Settings settings);
}
