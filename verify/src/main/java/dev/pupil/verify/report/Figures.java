package dev.pupil.verify.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers, as reports for people show them. */
public final class Figures {
    private static final double NANOSECONDS = 1e9;
    private static final double HALF_A_MINUTE = 30;
    private static final double MINUTE = 60;

    private Figures() {}

    /** A time as {@code 0.04 s}, {@code 12.3 s} or {@code 2 min 5 s}. */
    public static String time(Duration time) {
        double seconds = seconds(time);
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds < HALF_A_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < MINUTE ? whole + " s" : "%s min %s s".formatted(whole / (long) MINUTE, whole % (long) MINUTE);
    }

    /** A time in seconds. */
    static double seconds(Duration time) {
        return time.toNanos() / NANOSECONDS;
    }

    /** So many things of a kind, which is given in the plural: {@code 1 query}, {@code 1,024 queries}. */
    public static String count(long number, String kind) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? singular(kind) : kind);
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - "ies".length()) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
