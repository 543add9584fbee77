package dev.pupil.verify.trial.random;

import java.util.EnumSet;
import java.util.Set;

/** What a dimension has, and what an index therefore stays below. */
enum Extent {
    FEATURES("d"),
    COLUMNS("d + 1"),
    EXAMPLES("m"),
    TWO("2"),
    THREE("3");

    private final String text;

    Extent(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The dimensions in which an index below this one lies. */
    Set<Extent> contained() {
        return switch (this) {
            case FEATURES -> EnumSet.of(FEATURES, COLUMNS);
            case TWO -> EnumSet.of(TWO, THREE);
            case COLUMNS, EXAMPLES, THREE -> EnumSet.of(this);
        };
    }
}
