package dev.pupil.verify.subject;

import dev.pupil.verify.report.Conclusion;

/** A way to establish, or refute, one obligation. */
@FunctionalInterface
public interface Check {
    /**
     * Checks.
     *
     * @return what came of it; whatever the subject's weights are, this is never an exception
     */
    Conclusion check(Subject subject, Settings settings);
}
