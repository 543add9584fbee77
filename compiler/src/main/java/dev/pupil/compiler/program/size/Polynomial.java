package dev.pupil.compiler.program.size;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import java.util.Map;
import java.util.TreeMap;

/**
 * A polynomial in the sizes d and m with integer coefficients: a bound of a wide integer, or a number of memory bits.
 *
 * @param coefficients from exponents to non-zero coefficient, largest exponents first
 */
public record Polynomial(ImmutableSortedMap<Monomial, Long> coefficients) {

    /**
     * d to the power {@code features} times m to the power {@code examples}.
     *
     * @param features exponent of d, at least 0
     * @param examples exponent of m, at least 0
     */
    public record Monomial(int features, int examples) implements Comparable<Monomial> {
        /** The empty product. */
        static final Monomial ONE = new Monomial(0, 0);

        @Override
        public int compareTo(Monomial other) {
            int byDegree = Integer.compare(other.features + other.examples, features + examples);
            return byDegree != 0 ? byDegree : Integer.compare(other.features, features);
        }
    }

    /** The polynomial d. */
    public static final Polynomial FEATURES = of(Map.of(new Monomial(1, 0), 1L));

    /** The polynomial m. */
    public static final Polynomial EXAMPLES = of(Map.of(new Monomial(0, 1), 1L));

    /** The constant {@code value}. */
    public static Polynomial constant(long value) {
        return of(Monomial.ONE, value);
    }

    /** A coefficient times powers of d and m. */
    static Polynomial of(Monomial monomial, long coefficient) {
        return of(Map.of(monomial, coefficient));
    }

    private static Polynomial of(Map<Monomial, Long> coefficients) {
        ImmutableSortedMap.Builder<Monomial, Long> nonZero = new ImmutableSortedMap.Builder<>(Ordering.natural());
        coefficients.forEach((monomial, coefficient) -> {
            if (coefficient != 0) {
                nonZero.put(monomial, coefficient);
            }
        });
        return new Polynomial(nonZero.build());
    }

    /** A polynomial that is nowhere below the absolute value. */
    public Polynomial magnitude() {
        TreeMap<Monomial, Long> magnitudes = new TreeMap<>();
        coefficients.forEach((monomial, coefficient) -> magnitudes.put(monomial, Math.absExact(coefficient)));
        return of(magnitudes);
    }

    /** The sum. */
    public Polynomial plus(Polynomial other) {
        TreeMap<Monomial, Long> sum = new TreeMap<>(coefficients);
        other.coefficients.forEach((monomial, coefficient) -> sum.merge(monomial, coefficient, Math::addExact));
        return of(sum);
    }

    /** The product. */
    public Polynomial times(Polynomial other) {
        TreeMap<Monomial, Long> product = new TreeMap<>();
        coefficients.forEach((left, x) -> other.coefficients.forEach((right, y) -> product.merge(
                new Monomial(left.features + right.features, left.examples + right.examples),
                Math.multiplyExact(x, y),
                Math::addExact)));
        return of(product);
    }

    /** The polynomial with every coefficient's sign changed. */
    public Polynomial negate() {
        return times(constant(-1));
    }

    /** The value at the given sizes. */
    public long at(Sizes sizes) {
        long value = 0;
        for (Map.Entry<Monomial, Long> term : coefficients.entrySet()) {
            long product = term.getValue();
            for (int i = 0; i < term.getKey().features; i++) {
                product = Math.multiplyExact(product, sizes.features());
            }
            for (int i = 0; i < term.getKey().examples; i++) {
                product = Math.multiplyExact(product, sizes.examples());
            }
            value = Math.addExact(value, product);
        }
        return value;
    }

    /** Readable and re-parsable by any calculator, e.g. {@code d*d + d - 1}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        coefficients.forEach((monomial, coefficient) -> {
            String sign = text.isEmpty() ? (coefficient < 0 ? "-" : "") : coefficient < 0 ? " - " : " + ";
            String powers = ("*d".repeat(monomial.features) + "*m".repeat(monomial.examples));
            long size = Math.abs(coefficient);
            String body = powers.isEmpty() ? "" + size : size == 1 ? powers.substring(1) : size + powers;
            text.append(sign).append(body);
        });
        return text.isEmpty() ? "0" : text.toString();
    }
}
