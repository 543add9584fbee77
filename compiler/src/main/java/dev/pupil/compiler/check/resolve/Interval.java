package dev.pupil.compiler.check.resolve;

import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.size.Bounds;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.Optional;

/**
 * The integers that a value may be, bounds included, for all sizes.
 *
 * @param low smallest value as a polynomial in d and m
 * @param high largest value as a polynomial in d and m
 */
public record Interval(Polynomial low, Polynomial high) {
    private static final Polynomial ZERO = Polynomial.constant(0);

    public static final Interval BIT = of(0, 1);

    public static Interval of(long low, long high) {
        return new Interval(Polynomial.constant(low), Polynomial.constant(high));
    }

    public static Interval of(Type type) {
        return switch (type) {
            case Type.Wide wide -> new Interval(wide.smallest(), wide.largest());
            case Type.Bit bit -> of(0, 1);
            case Type.Ranged ranged -> of(ranged.low(), ranged.high());
            case Type.Enumeration enumeration -> of(enumeration.low(), enumeration.high());
        };
    }

    /**
     * The integer type of exactly these values: one with constant bounds if the bounds are constant. What is in a loop that
     * never has a round has a largest value below its smallest one; its type is made of the same bounds.
     *
     * @throws ArithmeticException if a constant bound is not an {@code int}
     */
    public Type type() {
        Optional<Long> smallest = constant(low);
        Optional<Long> largest = constant(high);
        if (smallest.isEmpty() || largest.isEmpty()) {
            return new Type.Wide(low, high);
        }
        int one = Math.toIntExact(smallest.get());
        int other = Math.toIntExact(largest.get());
        return new Type.Ranged(Math.min(one, other), Math.max(one, other));
    }

    /** The value of a polynomial that is one number. */
    public static Optional<Long> constant(Polynomial polynomial) {
        Polynomial constant =
                Polynomial.constant(polynomial.coefficients().getOrDefault(new Polynomial.Monomial(0, 0), 0L));
        return constant.equals(polynomial)
                ? Optional.of(polynomial.coefficients().getOrDefault(new Polynomial.Monomial(0, 0), 0L))
                : Optional.empty();
    }

    /** Whether {@code other} lies inside for all sizes, as far as can be shown. */
    public boolean contains(Interval other) {
        return Bounds.atLeast(other.low, low) && Bounds.atLeast(high, other.high);
    }

    /** The values of either. */
    public Interval hull(Interval other) {
        return new Interval(Bounds.lower(low, other.low), Bounds.upper(high, other.high));
    }

    public Interval plus(Interval other) {
        return new Interval(low.plus(other.low), high.plus(other.high));
    }

    Interval minus(Interval other) {
        return plus(other.negate());
    }

    public Interval negate() {
        return new Interval(high.negate(), low.negate());
    }

    /** Adding this up to {@code times} times, and not at all. */
    public Interval repeated(Polynomial times) {
        return new Interval(
                Bounds.lower(low, ZERO).times(times), Bounds.upper(high, ZERO).times(times));
    }

    /** Values of an operation on this and {@code right}. */
    public Interval apply(BinaryOperator operator, Interval right) {
        return switch (operator) {
            case ADD -> plus(right);
            case SUBTRACT -> minus(right);
            case MINIMUM -> new Interval(Bounds.lower(low, right.low), smaller(high, right.high));
            case MAXIMUM ->
                new Interval(smaller(low.negate(), right.low.negate()).negate(), Bounds.upper(high, right.high));
            case AND, OR, XOR, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> BIT;
        };
    }

    /** Either bounds the smaller value; the smaller one if they can be compared. */
    private static Polynomial smaller(Polynomial left, Polynomial right) {
        return Bounds.atLeast(left, right) ? right : left;
    }
}
