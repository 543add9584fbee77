package dev.pupil.verify;

/** What came of asking for one query's label. */
public sealed interface Outcome {
    /** The predicted label. */
    record Label(boolean value) implements Outcome {
        @Override
        public String toString() {
            return value ? "1" : "0";
        }
    }

    /**
     * No label, or one at the wrong time.
     *
     * @param reason one clause, such as {@code no answer after 12 steps}
     */
    record Failure(String reason) implements Outcome {
        @Override
        public String toString() {
            return reason;
        }
    }
}
