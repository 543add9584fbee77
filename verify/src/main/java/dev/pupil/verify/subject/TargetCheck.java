package dev.pupil.verify.subject;

import dev.pupil.verify.report.Conclusion;

/** How a weight file is checked before anything else is. */
@FunctionalInterface
public interface TargetCheck {
    /**
     * Reads the file. Nothing that is wrong with it may make this fail: it is refuted. Where it holds, the file's
     * {@linkplain Subject subject} can be made.
     *
     * @param target a file that exists
     */
    Conclusion check(Target target, Settings settings);
}
