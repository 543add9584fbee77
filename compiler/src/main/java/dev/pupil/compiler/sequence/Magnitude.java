package dev.pupil.compiler.sequence;

import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Polynomial;

/**
 * A bound of absolute values, a polynomial without negative coefficients.
 *
 * @param features the coefficient of d
 * @param examples the coefficient of m
 * @param constant the constant summand
 * @param products the sum of all other coefficients
 * @param degree the degree, if there are other coefficients; else 0 or 1
 */
record Magnitude(long features, long examples, long constant, long products, int degree) {
    static final Magnitude ZERO = new Magnitude(0, 0, 0, 0, 0);

    static Magnitude of(long constant) {
        return new Magnitude(0, 0, Math.abs(constant), 0, 0);
    }

    /** A bound of an affine value of the sizes. */
    static Magnitude of(Affine affine) {
        return new Magnitude(
                Math.abs((long) affine.features()),
                Math.abs((long) affine.examples()),
                Math.abs((long) affine.constant()),
                0,
                affine.features() == 0 && affine.examples() == 0 ? 0 : 1);
    }

    static Magnitude of(Polynomial polynomial) {
        Magnitude magnitude = ZERO;
        for (var summand : polynomial.coefficients().entrySet()) {
            Polynomial.Monomial monomial = summand.getKey();
            long size = Math.abs(summand.getValue());
            int degree = monomial.features() + monomial.examples();
            magnitude = magnitude.plus(
                    switch (degree) {
                        case 0 -> of(size);
                        case 1 -> new Magnitude(monomial.features() * size, monomial.examples() * size, 0, 0, 1);
                        default -> new Magnitude(0, 0, 0, size, degree);
                    });
        }
        return magnitude;
    }

    /** Whether it is affine in the sizes. */
    boolean isAffine() {
        return degree <= 1;
    }

    /** The sum of all coefficients. */
    long coefficients() {
        return Math.addExact(Math.addExact(features, examples), Math.addExact(constant, products));
    }

    Magnitude plus(Magnitude other) {
        return new Magnitude(
                Math.addExact(features, other.features),
                Math.addExact(examples, other.examples),
                Math.addExact(constant, other.constant),
                Math.addExact(products, other.products),
                Math.max(degree, other.degree));
    }

    /** A bound of whatever one of the two bounds. */
    Magnitude max(Magnitude other) {
        return new Magnitude(
                Math.max(features, other.features),
                Math.max(examples, other.examples),
                Math.max(constant, other.constant),
                Math.max(products, other.products),
                Math.max(degree, other.degree));
    }
}
