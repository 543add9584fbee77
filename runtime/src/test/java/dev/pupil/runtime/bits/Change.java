package dev.pupil.runtime.bits;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One weight of a filter replaced.
 *
 * @param part which tensor
 * @param index where in its values
 * @param value the new value
 */
record Change(Part part, int index, double value) {

    /** Each weight that is not 0: dropped, one more, one less, and with its sign turned. */
    static List<Change> ofEveryWeight(Filter filter) {
        List<Change> changes = new ArrayList<>();
        for (Part part : Part.values()) {
            for (int index = 0; index < part.of(filter).values().length(); index++) {
                double value = part.of(filter).values().get(index);
                if (value != 0) {
                    for (double other : ImmutableSet.of(0.0, value + 1, value - 1, -value)) {
                        changes.add(new Change(part, index, other));
                    }
                }
            }
        }
        return changes;
    }

    /** Some weights that are 0 made to 1 or −1. */
    static List<Change> ofSomeZeros(Filter filter, Random random, int count) {
        List<Change> changes = new ArrayList<>();
        while (changes.size() < count) {
            Part part = Part.values()[random.nextInt(Part.values().length)];
            int index = random.nextInt(part.of(filter).values().length());
            if (part.of(filter).values().get(index) == 0) {
                changes.add(new Change(part, index, 2 * random.nextInt(2) - 1));
            }
        }
        return changes;
    }

    /** The filter with this change. */
    Filter in(Filter filter) {
        return filter.with(part, index, value);
    }
}
