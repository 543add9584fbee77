package dev.pupil.explain;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.TooLargeException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A number that depends on bits: where it has which value. Numbers are exact; nothing is rounded.
 *
 * @param where for each value that occurs the function that is 1 where it does; they do not overlap
 */
record Levels(ImmutableSortedMap<BigDecimal, Decision> where) {
    private static final int MOST_VALUES = 1_000;

    /** The same number everywhere. */
    static Levels constant(Decisions decisions, double value) {
        return new Levels(ImmutableSortedMap.of(exact(value), decisions.constant(true)));
    }

    /** {@code value} without trailing zeros, so that equal numbers are equal keys. */
    static BigDecimal exact(double value) {
        return new BigDecimal(value).stripTrailingZeros();
    }

    /** Each value replaced by a function of it. */
    Levels map(Decisions decisions, UnaryOperator<BigDecimal> function) {
        Map<BigDecimal, Decision> mapped = new TreeMap<>();
        where.forEach((value, here) -> mapped.merge(function.apply(value).stripTrailingZeros(), here, decisions::or));
        return of(mapped);
    }

    /** {@code factor} times the number. */
    Levels times(Decisions decisions, double factor) {
        return map(decisions, value -> value.multiply(exact(factor)));
    }

    /** The number, or 0 where it is less. */
    Levels rectified(Decisions decisions) {
        return map(decisions, value -> value.max(BigDecimal.ZERO));
    }

    /**
     * The sum of both numbers.
     *
     * @throws TooLargeException if it takes too many values
     */
    Levels plus(Decisions decisions, Levels other) {
        return with(decisions, other, BigDecimal::add);
    }

    /** The difference of both numbers. */
    Levels minus(Decisions decisions, Levels other) {
        return with(decisions, other, BigDecimal::subtract);
    }

    private Levels with(Decisions decisions, Levels other, BinaryOperator<BigDecimal> operator) {
        Map<BigDecimal, Decision> results = new TreeMap<>();
        where.forEach((value, here) -> other.where.forEach((more, there) -> {
            Decision both = decisions.and(here, there);
            if (!both.isFalse()) {
                results.merge(operator.apply(value, more).stripTrailingZeros(), both, decisions::or);
            }
        }));
        if (results.size() > MOST_VALUES) {
            throw new TooLargeException("it takes more than " + MOST_VALUES + " values");
        }
        return of(results);
    }

    /** The values that are taken somewhere where {@code care} is 1. */
    Levels within(Decisions decisions, Decision care) {
        Map<BigDecimal, Decision> met = new TreeMap<>(where);
        met.values().removeIf(here -> !decisions.meet(here, care));
        return of(met);
    }

    /** Where the value is as wanted. */
    Decision where(Decisions decisions, Predicate<BigDecimal> wanted) {
        Decision found = decisions.constant(false);
        for (Map.Entry<BigDecimal, Decision> level : where.entrySet()) {
            found = wanted.test(level.getKey()) ? decisions.or(found, level.getValue()) : found;
        }
        return found;
    }

    private static Levels of(Map<BigDecimal, Decision> where) {
        return new Levels(ImmutableSortedMap.copyOf(where, Ordering.natural()));
    }
}
