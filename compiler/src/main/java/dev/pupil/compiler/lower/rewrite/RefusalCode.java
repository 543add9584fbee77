package dev.pupil.compiler.lower.rewrite;

/** Why a checked program can't be lowered to a wave. Codes are stable. */
public enum RefusalCode {
    /** A wide integer: its range grows with d or m, so that no pixel can hold it. */
    WIDE_INTEGER("PUP0601"),
    /** An element in a column (or row) that the scan does not pass where its value is needed. */
    OTHER_PIXEL("PUP0602"),
    /** A value that is set further along the scan, or in another row, than where it is needed. */
    AGAINST_THE_SCAN("PUP0603"),
    /** Scans in both directions in one learner. */
    BOTH_DIRECTIONS("PUP0604"),
    /** A loop whose bounds are not rows or columns of the image. */
    LOOP_BOUNDS("PUP0605"),
    /** Loops nested more than two deep, or several nests over rows whose values meet. */
    NEST_SHAPE("PUP0606"),
    /** An index used as a number. */
    INDEX_AS_VALUE("PUP0607"),
    /** Memory that different parts of the program need in different places. */
    MEMORY_PLACE("PUP0608");

    private final String code;

    RefusalCode(String code) {
        this.code = code;
    }

    /** {@code PUP06} and two digits. */
    public String code() {
        return code;
    }
}
