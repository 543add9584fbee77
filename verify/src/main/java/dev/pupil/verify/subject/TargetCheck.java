package dev.pupil.verify.subject;

import dev.pupil.verify.report.Conclusion;

/** How a weight file is checked before anything else is. */
@FunctionalInterface
public interface TargetCheck {
    /**
     * Checks it. Nothing that is wrong with it may make this fail: it is refuted.
     *
     * @param target which file
     * @param opened what was made of its bytes; where the check holds, a {@linkplain Subject subject}
     */
    Conclusion check(Target target, Opened opened, Settings settings);
}
