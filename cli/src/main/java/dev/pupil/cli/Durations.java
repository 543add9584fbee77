package dev.pupil.cli;

import java.time.Duration;
import java.util.Locale;

/** Writes durations for people. */
final class Durations {
    private Durations() {}

    /** A duration to the precision that an estimate has, such as {@code 20 s}, {@code 3 min} or {@code 2.5 h}. */
    static String inWords(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 90) {
            return String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds));
        }
        if (seconds < 90 * 60) {
            return String.format(Locale.ROOT, "%.0f min", seconds / 60);
        }
        return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
