package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;

/**
 * A finite-valued function of the variables of formulas: where it has which value.
 *
 * @param where a formula for each value; exactly one of them is 1
 */
record Spread(ImmutableSortedMap<Long, Integer> where) {
    /** No term of a program has more values. */
    private static final int MOST_VALUES = 10_000;

    static Spread constant(long value) {
        return new Spread(ImmutableSortedMap.of(value, Formulas.TRUE));
    }

    static Spread bit(int literal) {
        return of(Map.of(0L, -literal, 1L, literal));
    }

    /** The function with these formulas; values that it never has are left out. */
    static Spread of(Map<Long, Integer> where) {
        TreeMap<Long, Integer> possible = new TreeMap<>(where);
        possible.values().removeIf(literal -> literal == Formulas.FALSE);
        if (possible.size() > MOST_VALUES) {
            throw new UndecidedException("a term has more than %s values".formatted(MOST_VALUES));
        }
        return new Spread(ImmutableSortedMap.copyOf(possible, Ordering.natural()));
    }

    /** Whether the only values are 0 and 1. */
    boolean isBit() {
        return where.firstKey() >= 0 && where.lastKey() <= 1;
    }

    /** Where the value is {@code value}. */
    int is(long value) {
        return where.getOrDefault(value, Formulas.FALSE);
    }

    /** The function that {@code operator} makes of this one and another. */
    Spread combine(Formulas formulas, LongBinaryOperator operator, Spread other) {
        TreeMap<Long, Integer> combined = new TreeMap<>();
        where.forEach((left, here) -> other.where.forEach((right, there) ->
                combined.merge(operator.applyAsLong(left, right), formulas.and(here, there), formulas::or)));
        return of(combined);
    }

    /** {@code whenTrue} where {@code condition} is 1, else {@code whenFalse}. */
    static Spread choice(Formulas formulas, int condition, Spread whenTrue, Spread whenFalse) {
        TreeMap<Long, Integer> chosen = new TreeMap<>();
        whenTrue.where.keySet().forEach(value -> chosen.put(value, Formulas.FALSE));
        whenFalse.where.keySet().forEach(value -> chosen.put(value, Formulas.FALSE));
        chosen.replaceAll((value, none) -> formulas.choice(condition, whenTrue.is(value), whenFalse.is(value)));
        return of(chosen);
    }

    /** The value in an assignment. */
    long value(Assignment assignment) {
        return where.entrySet().stream()
                .filter(entry -> assignment.isTrue(entry.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
