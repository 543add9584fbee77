package dev.pupil.verify.trial.random;

/**
 * A variable of the generated program.
 *
 * @param text its name
 * @param kind its type, each element's for an array
 * @param shape its dimensions
 * @param inRows whether its elements are meant to lie in all rows, or a local goes from row to row
 * @param isMemory whether {@code predict} may not change it
 */
record Name(String text, Kind kind, Shape shape, boolean inRows, boolean isMemory) {
    /** Dimensions of a variable. */
    enum Shape {
        SCALAR(""),
        FEATURES("[d]"),
        COLUMNS("[d + 1]"),
        CONSTANT("[3]"),
        FEATURES_OF_TWO("[d][2]"),
        TWO_OF_COLUMNS("[2][d + 1]"),
        MATRIX("[d][d]"),
        WIDE_MATRIX("[d][d + 1]"),
        MATRIX_OF_TWO("[d][d + 1][2]");

        private final String dimensions;

        Shape(String dimensions) {
            this.dimensions = dimensions;
        }

        String dimensions() {
            return dimensions;
        }
    }
}
