package dev.pupil.runtime.data;

/** What a data file is read for, which says which column is the label. */
sealed interface Expected {
    /** Training data: the last column is the label, all before it are features. */
    record Training() implements Expected {}

    /**
     * Queries of a learner with a known number of features: one more column is the label.
     *
     * @param features d, at least 1
     */
    record Queries(int features) implements Expected {}

    /**
     * Which columns of a table are which.
     *
     * @param place the file, for messages
     * @param width the number of columns
     * @throws DataException if the table does not have the columns it should have
     */
    default Columns columns(String place, long width) throws DataException {
        return switch (this) {
            case Training training -> {
                if (width < 2) {
                    throw new DataException(
                            place, "training data needs a feature and a label, but has " + cells(width));
                }
                yield new Columns(Math.toIntExact(width) - 1, true);
            }
            case Queries queries -> {
                if (width != queries.features && width != queries.features + 1L) {
                    throw new DataException(
                            place,
                            "%s, but the learner was trained with %s: %s, or %s with labels, are needed"
                                    .formatted(
                                            cells(width),
                                            count(queries.features, "feature"),
                                            queries.features,
                                            queries.features + 1L));
                }
                yield new Columns(queries.features, width > queries.features);
            }
        };
    }

    /**
     * The columns of a table.
     *
     * @param features how many features there are
     * @param labelled whether one more column, the last one, is the label
     */
    record Columns(int features, boolean labelled) {
        int width() {
            return features + (labelled ? 1 : 0);
        }
    }

    private static String cells(long width) {
        return count(width, "column");
    }

    /** {@code 1 row}, {@code 2 rows}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
