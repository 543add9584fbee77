package dev.pupil.compiler.program;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.compiler.program.size.Polynomial.Monomial;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    /** The part without loop variables. */
    public Affine withoutLoops() {
        return new Affine(constant, features, examples, ImmutableMap.of());
    }

    /** The same as a polynomial; no loop variable may occur. */
    public Polynomial asPolynomial() {
        checkArgument(loops.isEmpty(), "a loop variable is no size");
        return Polynomial.constant(constant)
                .plus(Polynomial.FEATURES.times(Polynomial.constant(features)))
                .plus(Polynomial.EXAMPLES.times(Polynomial.constant(examples)));
    }

    /** The same as a size; no loop variable may occur. */
    public SizeExpression asSize() {
        return SizeExpression.of(asPolynomial());
    }

    /** The same as a polynomial; empty if that has products of sizes in it, or a coefficient is no {@code int}. */
    public static Optional<Affine> ofPolynomial(Polynomial polynomial) {
        Affine affine = constant(0);
        for (Map.Entry<Monomial, Long> summand : polynomial.coefficients().entrySet()) {
            Monomial monomial = summand.getKey();
            int coefficient = summand.getValue().intValue();
            if (monomial.features() + monomial.examples() > 1 || coefficient != summand.getValue()) {
                return Optional.empty();
            }
            affine = affine.plus(
                    coefficient,
                    monomial.features() == 1 ? ofFeatures() : monomial.examples() == 1 ? ofExamples() : constant(1));
        }
        return Optional.of(affine);
    }

    /** Whether no size and no loop variable occurs. */
    public boolean isConstant() {
        return features == 0 && examples == 0 && loops.isEmpty();
    }
}
