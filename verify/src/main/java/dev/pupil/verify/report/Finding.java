package dev.pupil.verify.report;

import java.time.Duration;

/**
 * An obligation and what came of checking it.
 *
 * @param obligation what was to be established
 * @param conclusion what was
 * @param time how long it took when it was checked
 * @param remembered whether that was an earlier time, on the same bytes
 */
public record Finding(Obligation obligation, Conclusion conclusion, Duration time, boolean remembered) {
    /** Whether the obligation holds. */
    public boolean holds() {
        return conclusion.verdict() instanceof Verdict.Holds;
    }
}
