package dev.pupil.verify.trial.random;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a dimension has, and what an index therefore stays below. */
enum Extent {
    FEATURES("d", "d - 1"),
    COLUMNS("d + 1", "d"),
    EXAMPLES("m", "m - 1"),
    EXAMPLES_AND_ONE("m + 1", "m"),
    TWO("2", "1"),
    THREE("3", "2"),
    /** No array has as many elements: only loops do. */
    OTHER("2 * d", "2 * d - 1");

    private final String text;
    private final String last;

    Extent(String text, String last) {
        this.text = text;
        this.last = last;
    }

    String text() {
        return text;
    }

    /** The largest index. */
    String last() {
        return last;
    }

    /** The largest index if it is the same for all sizes; else 0, which is an index in any case. */
    int most() {
        return switch (this) {
            case TWO -> 1;
            case THREE -> 2;
            case FEATURES, COLUMNS, EXAMPLES, EXAMPLES_AND_ONE, OTHER -> 0;
        };
    }

    boolean isOneMoreThan(Extent other) {
        return switch (this) {
            case COLUMNS -> other == FEATURES;
            case EXAMPLES_AND_ONE -> other == EXAMPLES;
            case THREE -> other == TWO;
            case FEATURES, EXAMPLES, TWO, OTHER -> false;
        };
    }

    /** The dimensions in which an index below this one lies. */
    Set<Extent> contained() {
        return switch (this) {
            case FEATURES -> EnumSet.of(FEATURES, COLUMNS);
            case EXAMPLES -> EnumSet.of(EXAMPLES, EXAMPLES_AND_ONE);
            case TWO -> EnumSet.of(TWO, THREE);
            case COLUMNS, EXAMPLES_AND_ONE, THREE -> EnumSet.of(this);
            case OTHER -> EnumSet.noneOf(Extent.class);
        };
    }

    /** Indices for a dimension that are made of one below this extent. */
    List<String> indices(String index, Extent dimension) {
        if (this == dimension) {
            return List.of(index, index, index, last + " - " + index);
        }
        if (contained().contains(dimension)) {
            return List.of(index, index, index, index + " + 1");
        }
        return List.of();
    }
}
