package dev.pupil.cli;

import java.time.Duration;

/** Writes durations for people. */
final class Durations {
    private Durations() {}

    /** A duration to the precision that an estimate has, such as {@code 20 s}, {@code 3 min} or {@code 2.5 h}. */
    static String inWords(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 90) {
            return "%.0f s".formatted(Math.max(1, seconds));
        }
        if (seconds < 90 * 60) {
            return "%.0f min".formatted(seconds / 60);
        }
        return "%.1f h".formatted(seconds / 3600);
    }
}
