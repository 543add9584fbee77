package dev.pupil.compiler.program.size;

import dev.pupil.compiler.program.size.Polynomial.Monomial;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares polynomials in the sizes for all d ≥ 1 and m ≥ 1 at once. In the variables d − 1 and m − 1, which are never
 * negative, a polynomial without negative coefficients is never negative, and taking the larger of each pair of
 * coefficients gives a polynomial that is nowhere below either. Both are sufficient, and exact for affine ones.
 */
public final class Bounds {
    private static final Polynomial ONE = Polynomial.constant(1);
    private static final Polynomial ZERO = Polynomial.constant(0);

    private Bounds() {}

    /** Whether {@code larger} is at least {@code smaller} for all sizes, as far as can be shown. */
    public static boolean atLeast(Polynomial larger, Polynomial smaller) {
        return fromOne(larger.plus(smaller.negate())).coefficients().values().stream()
                .allMatch(coefficient -> coefficient >= 0);
    }

    /** Whether a polynomial does not shrink as d and m grow, as far as can be shown. */
    static boolean isGrowing(Polynomial polynomial) {
        return fromOne(polynomial).coefficients().entrySet().stream()
                .allMatch(summand -> summand.getValue() >= 0 || summand.getKey().equals(Monomial.ONE));
    }

    /** A polynomial that is nowhere below and does not shrink: what is taken away is least where the sizes are 1. */
    public static Polynomial growing(Polynomial polynomial) {
        Polynomial growing = ZERO;
        for (var summand : polynomial.coefficients().entrySet()) {
            long coefficient = summand.getValue();
            growing = growing.plus(Polynomial.of(coefficient > 0 ? summand.getKey() : Monomial.ONE, coefficient));
        }
        return growing;
    }

    /** A polynomial that is nowhere below either; one of the two where they can be compared. */
    public static Polynomial upper(Polynomial left, Polynomial right) {
        if (atLeast(left, right)) {
            return left;
        }
        if (atLeast(right, left)) {
            return right;
        }
        Polynomial shiftedLeft = fromOne(left);
        Polynomial shiftedRight = fromOne(right);
        Set<Monomial> monomials = new TreeSet<>(shiftedLeft.coefficients().keySet());
        monomials.addAll(shiftedRight.coefficients().keySet());
        Polynomial upper = ZERO;
        for (Monomial monomial : monomials) {
            long coefficient = Math.max(
                    shiftedLeft.coefficients().getOrDefault(monomial, 0L),
                    shiftedRight.coefficients().getOrDefault(monomial, 0L));
            upper = upper.plus(term(monomial, coefficient, Polynomial.FEATURES, Polynomial.EXAMPLES));
        }
        return substitute(upper, Polynomial.FEATURES.plus(ONE.negate()), Polynomial.EXAMPLES.plus(ONE.negate()));
    }

    /** A polynomial that is nowhere above either; one of the two where they can be compared. */
    public static Polynomial lower(Polynomial left, Polynomial right) {
        return upper(left.negate(), right.negate()).negate();
    }

    /** The same function of d − 1 and m − 1. */
    private static Polynomial fromOne(Polynomial polynomial) {
        return substitute(polynomial, Polynomial.FEATURES.plus(ONE), Polynomial.EXAMPLES.plus(ONE));
    }

    private static Polynomial substitute(Polynomial polynomial, Polynomial features, Polynomial examples) {
        Polynomial result = ZERO;
        for (var entry : polynomial.coefficients().entrySet()) {
            result = result.plus(term(entry.getKey(), entry.getValue(), features, examples));
        }
        return result;
    }

    private static Polynomial term(Monomial monomial, long coefficient, Polynomial features, Polynomial examples) {
        Polynomial product = Polynomial.constant(coefficient);
        for (int i = 0; i < monomial.features(); i++) {
            product = product.times(features);
        }
        for (int i = 0; i < monomial.examples(); i++) {
            product = product.times(examples);
        }
        return product;
    }
}
