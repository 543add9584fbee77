package dev.pupil.compiler.program.size;

import java.util.function.LongBinaryOperator;

/**
 * A bound of absolute values, a polynomial without negative coefficients.
 *
 * @param features the coefficient of d
 * @param examples the coefficient of m
 * @param constant the constant summand
 * @param products the sum of all other coefficients
 * @param degree the degree, if there are other coefficients; else 0 or 1
 */
public record Magnitude(long features, long examples, long constant, long products, int degree) {
    public static final Magnitude ZERO = new Magnitude(0, 0, 0, 0, 0);

    public static Magnitude of(long constant) {
        return new Magnitude(0, 0, Math.abs(constant), 0, 0);
    }

    /** A bound of a polynomial in the sizes. */
    public static Magnitude of(Polynomial polynomial) {
        Magnitude magnitude = ZERO;
        for (var summand : polynomial.coefficients().entrySet()) {
            Polynomial.Monomial monomial = summand.getKey();
            magnitude = magnitude.plus(of(monomial.features(), monomial.examples(), summand.getValue()));
        }
        return magnitude;
    }

    /** A bound of a size in which no largest values and no binary digits are factors. */
    public static Magnitude of(SizeExpression.Sum size) {
        return of(size.asPolynomial());
    }

    private static Magnitude of(int features, int examples, long coefficient) {
        long size = Math.abs(coefficient);
        return switch (features + examples) {
            case 0 -> of(size);
            case 1 -> new Magnitude(features * size, examples * size, 0, 0, 1);
            default -> new Magnitude(0, 0, 0, size, features + examples);
        };
    }

    /** Whether it is affine in the sizes. */
    public boolean isAffine() {
        return degree <= 1;
    }

    /** The sum of all coefficients. */
    public long coefficients() {
        return Math.addExact(Math.addExact(features, examples), Math.addExact(constant, products));
    }

    public Magnitude plus(Magnitude other) {
        return with(other, Math::addExact);
    }

    /** A bound of whatever one of the two bounds. */
    public Magnitude max(Magnitude other) {
        return with(other, Math::max);
    }

    private Magnitude with(Magnitude other, LongBinaryOperator coefficients) {
        return new Magnitude(
                coefficients.applyAsLong(features, other.features),
                coefficients.applyAsLong(examples, other.examples),
                coefficients.applyAsLong(constant, other.constant),
                coefficients.applyAsLong(products, other.products),
                Math.max(degree, other.degree));
    }
}
