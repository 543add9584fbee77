package dev.pupil.cli;

import java.util.Locale;

/** Numbers of things, in words that fit the number. */
final class Count {
    private Count() {}

    /** {@code 47,176,870}: a number as people read it. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 query}, {@code 2 queries}. */
    static String of(int number, String thing) {
        if (number == 1) {
            return "1 " + thing;
        }
        return number + " " + (thing.endsWith("y") ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s");
    }
}
