package dev.pupil.compiler.circuit.symbolic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.pupil.compiler.automaton.Field;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * How a field's values are written in bits. The resting value's code is 0, so that zero padding and the zero start read
 * as rest.
 *
 * @param bits how many bits a code has
 * @param codes the code of each value; all different
 */
public record Encoding(int bits, ImmutableSortedMap<Integer, Integer> codes) {
    /** The most values that are given a bit each. */
    private static final int MOST_ONE_HOT = 6;

    public Encoding {
        checkArgument(new HashSet<>(codes.values()).size() == codes.size(), "two values have the same code");
    }

    /** The ways to write a field, all different; the first is the usual one. */
    public static ImmutableList<Encoding> all(Field field) {
        LinkedHashSet<Encoding> all = new LinkedHashSet<>();
        all.add(flipped(field));
        all.add(rotated(field));
        if (field.high() - field.low() < MOST_ONE_HOT) {
            all.add(oneHot(field));
        }
        return ImmutableList.copyOf(all);
    }

    /** Distance from the smallest value, with the bits of the resting value's flipped. */
    public static Encoding flipped(Field field) {
        int rest = field.rest() - field.low();
        return of(field, width(field), value -> (value - field.low()) ^ rest);
    }

    /** Distance from the resting value, wrapping around the range. */
    public static Encoding rotated(Field field) {
        int size = field.high() - field.low() + 1;
        return of(field, width(field), value -> Math.floorMod(value - field.rest(), size));
    }

    /** A bit for each value but the resting one. */
    public static Encoding oneHot(Field field) {
        int others = field.high() - field.low();
        return of(
                field,
                others,
                value -> value == field.rest()
                        ? 0
                        : 1 << (value < field.rest() ? value - field.low() : value - field.low() - 1));
    }

    private static int width(Field field) {
        return 32 - Integer.numberOfLeadingZeros(field.high() - field.low());
    }

    private static Encoding of(Field field, int bits, IntUnaryOperator code) {
        TreeMap<Integer, Integer> codes = new TreeMap<>();
        for (int value = field.low(); value <= field.high(); value++) {
            codes.put(value, code.applyAsInt(value));
        }
        return new Encoding(bits, ImmutableSortedMap.copyOf(codes, Ordering.natural()));
    }

    /** The code of a value in the field's range. */
    public int code(int value) {
        Integer code = codes.get(value);
        checkArgument(code != null, "%s has no code", value);
        return code;
    }
}
