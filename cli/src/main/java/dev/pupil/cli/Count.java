package dev.pupil.cli;

/** Numbers of things, in words that fit the number. */
final class Count {
    private Count() {}

    /** {@code 1 query}, {@code 2 queries}. */
    static String of(int number, String thing) {
        if (number == 1) {
            return "1 " + thing;
        }
        return number + " " + (thing.endsWith("y") ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s");
    }
}
