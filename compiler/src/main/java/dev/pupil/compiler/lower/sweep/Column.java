package dev.pupil.compiler.lower.sweep;

/**
 * A column of the image, or a bound of a range of columns, as a function of the row k and of d.
 *
 * @param rows coefficient of k, with 0 ≤ k ≤ d − 1
 * @param features coefficient of d, which is at least 1
 * @param constant the rest
 */
record Column(int rows, int features, int constant) {
    static final Column FIRST = new Column(0, 0, 0);
    static final Column LABEL = new Column(0, 1, 0);
    static final Column DIAGONAL = new Column(1, 0, 0);

    Column plus(int columns) {
        return new Column(rows, features, constant + columns);
    }

    /** Whether this is at most {@code other} for every row k and every d. */
    boolean isAtMost(Column other) {
        // other − this = a·k + b·d + c is least at one end of 0 ≤ k ≤ d − 1, and there at d = 1 unless it falls with d.
        int a = other.rows - rows;
        int b = other.features - features;
        int c = other.constant - constant;
        return isNeverNegative(b, c) && isNeverNegative(a + b, c - a);
    }

    private static boolean isNeverNegative(int slope, int constant) {
        return slope >= 0 && slope + constant >= 0;
    }
}
