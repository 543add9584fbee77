package dev.pupil.verify.trial;

import com.google.common.collect.ImmutableList;
import java.util.Collections;

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
        /** The same failure for each of some queries. */
        public static ImmutableList<Outcome> times(int queries, String reason) {
            return ImmutableList.copyOf(Collections.nCopies(queries, new Failure(reason)));
        }

        @Override
        public String toString() {
            return reason;
        }
    }
}
