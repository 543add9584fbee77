package dev.pupil.compiler.lower.sweep;

/**
 * Names of the bits that tell a pixel where it is. A step's place is a term over them. No slot has such a name: the name
 * of a variable has no dot, and what a slot adds to it is a number, {@code .label} or {@code .there}.
 */
public final class Place {
    /** The pixel is in column 0. */
    public static final String FIRST_COLUMN = "at.first_column";

    /** The pixel is in column d, the label's. */
    public static final String LABEL_COLUMN = "at.label_column";

    /** The pixel's column is its row's number, and less than d. */
    public static final String DIAGONAL = "at.diagonal";

    /** The pixel's column is greater than its row's number, and its row's number less than d. */
    public static final String BEYOND_DIAGONAL = "at.beyond_diagonal";

    /** The pixel is in row 0. */
    public static final String FIRST_ROW = "at.first_row";

    private Place() {}
}
