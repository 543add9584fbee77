package dev.pupil.verify.trial.syntax;

import java.util.Arrays;
import java.util.List;

/**
 * What a name stands for: the elements of an array, or one value.
 *
 * @param values all elements, the last index fastest; changed in place
 * @param dimensions sizes, outermost first; empty for a scalar
 * @param range what each element may be
 */
record Cells(List<Integer> dimensions, Range range, long[] values) {
    /** The values of a type, both bounds included. */
    record Range(long low, long high) {
        static final Range BIT = new Range(0, 1);

        /** No bounds are declared. */
        static final Range WIDE = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

        long clamp(long value) {
            return Math.clamp(value, low, high);
        }
    }

    static Cells of(List<Integer> dimensions, Range range, long initial) {
        long[] values = new long[dimensions.stream().reduce(1, Math::multiplyExact)];
        Arrays.fill(values, initial);
        return new Cells(dimensions, range, values);
    }

    static Cells scalar(Range range, long value) {
        return of(List.of(), range, value);
    }

    long get(List<Long> indices) {
        return values[position(indices)];
    }

    void set(List<Long> indices, long value) {
        if (value < range.low || value > range.high) {
            throw new IllegalStateException(value + " is not in " + range);
        }
        values[position(indices)] = value;
    }

    private int position(List<Long> indices) {
        int position = 0;
        for (int i = 0; i < dimensions.size(); i++) {
            long index = indices.get(i);
            if (index < 0 || index >= dimensions.get(i)) {
                throw new IllegalStateException("index " + index + " of " + dimensions.get(i));
            }
            position = position * dimensions.get(i) + (int) index;
        }
        return position;
    }
}
