package dev.pupil.verify.subject;

import dev.pupil.verify.report.Conclusion;
import java.nio.ByteBuffer;

/** How a weight file is checked before anything else is. */
@FunctionalInterface
public interface TargetCheck {
    /**
     * Reads the file's bytes. Nothing that is wrong with them may make this fail: it is refuted. Where it holds, the file's
     * {@linkplain Subject subject} can be made.
     *
     * @param target which file
     * @param bytes what was read from it
     */
    Conclusion check(Target target, ByteBuffer bytes, Settings settings);
}
