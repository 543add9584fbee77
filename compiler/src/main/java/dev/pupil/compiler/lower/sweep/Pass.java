package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableList;

/**
 * A sequence of steps that every pixel of certain rows runs when an example, or the query, comes by.
 *
 * @param trigger what must come by
 * @param rows which rows
 * @param steps in order
 */
public record Pass(Trigger trigger, Rows rows, ImmutableList<Step> steps) {
    /** What a pass runs for. */
    public enum Trigger {
        /** An example. */
        LEARN("learn"),
        /** The query. */
        PREDICT("predict");

        private final String keyword;

        Trigger(String keyword) {
            this.keyword = keyword;
        }

        /** As written in the text form of passes. */
        public String keyword() {
            return keyword;
        }
    }

    /** The rows of a pass; where several passes share a row they run in this order. */
    public enum Rows {
        /** Row 0, before the row's own steps. */
        FIRST("first"),
        /** Rows 0 to d − 1, one after the other. */
        EACH("each"),
        /** Row d, in the label column only, after all rows. */
        AFTER("after");

        private final String keyword;

        Rows(String keyword) {
            this.keyword = keyword;
        }

        /** As written in the text form of passes. */
        public String keyword() {
            return keyword;
        }
    }
}
