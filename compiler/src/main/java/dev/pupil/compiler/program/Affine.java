package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An affine expression over d, m and loop variables: a loop bound, an array size or an index.
 *
 * @param constant the constant summand
 * @param features coefficient of d
 * @param examples coefficient of m
 * @param loops non-zero coefficients of loop variables
 */
public record Affine(int constant, int features, int examples, ImmutableMap<Variable, Integer> loops) {

    /** The constant {@code value}. */
    public static Affine constant(int value) {
        return new Affine(value, 0, 0, ImmutableMap.of());
    }

    /** The number of features, d. */
    public static Affine ofFeatures() {
        return new Affine(0, 1, 0, ImmutableMap.of());
    }

    /** The number of examples, m. */
    public static Affine ofExamples() {
        return new Affine(0, 0, 1, ImmutableMap.of());
    }

    /** The value of a loop variable. */
    public static Affine of(Variable loop) {
        return new Affine(0, 0, 0, ImmutableMap.of(loop, 1));
    }

    /**
     * This plus {@code factor} times {@code other}.
     *
     * @throws ArithmeticException if a coefficient is not an {@code int}
     */
    public Affine plus(int factor, Affine other) {
        Map<Variable, Integer> sum = new LinkedHashMap<>(loops);
        other.loops.forEach(
                (loop, coefficient) -> sum.merge(loop, Math.multiplyExact(factor, coefficient), Math::addExact));
        sum.values().removeIf(coefficient -> coefficient == 0);
        return new Affine(
                Math.addExact(constant, Math.multiplyExact(factor, other.constant)),
                Math.addExact(features, Math.multiplyExact(factor, other.features)),
                Math.addExact(examples, Math.multiplyExact(factor, other.examples)),
                ImmutableMap.copyOf(sum));
    }

    /** This plus {@code other}. */
    public Affine plus(Affine other) {
        return plus(1, other);
    }

    /** This minus {@code other}. */
    public Affine minus(Affine other) {
        return plus(-1, other);
    }

    /** Whether no size and no loop variable occurs. */
    public boolean isConstant() {
        return features == 0 && examples == 0 && loops.isEmpty();
    }
}
