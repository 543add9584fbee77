package dev.pupil.compiler.program.size;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import com.google.common.math.LongMath;
import dev.pupil.compiler.program.size.Polynomial.Monomial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A size as a function of d and m: the largest of some polynomials, in which such largest values, and their numbers of
 * binary digits, may be factors again. Its text, such as {@code max(m + 1, d + 1)} or {@code 2*m*bits(d + 1) + 5}, is
 * what weight files hold.
 *
 * @param alternatives at least one
 */
public record SizeExpression(ImmutableList<Sum> alternatives) {

    /**
     * A product of powers of d and m and of other sizes.
     *
     * @param features exponent of d
     * @param examples exponent of m
     * @param maxima factors that have several alternatives, ordered by their texts
     * @param bits sizes whose numbers of binary digits are factors, ordered by their texts
     */
    public record Product(
            int features, int examples, ImmutableList<SizeExpression> maxima, ImmutableList<SizeExpression> bits)
            implements Comparable<Product> {
        /** The empty product. */
        static final Product ONE = new Product(0, 0, ImmutableList.of(), ImmutableList.of());

        private static final Comparator<Product> ORDER = Comparator.comparingInt(Product::degree)
                .thenComparingInt(Product::examples)
                .thenComparingInt(Product::features)
                .reversed()
                .thenComparing(Product::toString);

        private int degree() {
            return features + examples + maxima.size() + bits.size();
        }

        private Product times(Product other) {
            return new Product(
                    Math.addExact(features, other.features),
                    Math.addExact(examples, other.examples),
                    sorted(maxima, other.maxima),
                    sorted(bits, other.bits));
        }

        private static ImmutableList<SizeExpression> sorted(List<SizeExpression> some, List<SizeExpression> others) {
            return Stream.concat(some.stream(), others.stream())
                    .sorted(Comparator.comparing(SizeExpression::toString))
                    .collect(toImmutableList());
        }

        /** Whether it is d, m or 1. */
        public boolean isLinear() {
            return features + examples <= 1 && maxima.isEmpty() && bits.isEmpty();
        }

        private long at(Sizes sizes) {
            long value = 1;
            for (int i = 0; i < features; i++) {
                value = LongMath.saturatedMultiply(value, sizes.features());
            }
            for (int i = 0; i < examples; i++) {
                value = LongMath.saturatedMultiply(value, sizes.examples());
            }
            for (SizeExpression maximum : maxima) {
                value = LongMath.saturatedMultiply(value, maximum.at(sizes));
            }
            for (SizeExpression size : bits) {
                value = LongMath.saturatedMultiply(value, digits(size.at(sizes)));
            }
            return value;
        }

        /** Larger degrees first, m before d. */
        @Override
        public int compareTo(Product other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            List<String> factors = new ArrayList<>();
            for (int i = 0; i < examples; i++) {
                factors.add("m");
            }
            for (int i = 0; i < features; i++) {
                factors.add("d");
            }
            maxima.forEach(maximum -> factors.add(maximum.toString()));
            bits.forEach(size -> factors.add("bits(" + size + ")"));
            return String.join("*", factors);
        }
    }

    /**
     * A sum of products.
     *
     * @param coefficients what each product is multiplied by, never 0
     */
    public record Sum(ImmutableSortedMap<Product, Long> coefficients) {
        private static final Product FEATURES = new Product(1, 0, ImmutableList.of(), ImmutableList.of());
        private static final Product EXAMPLES = new Product(0, 1, ImmutableList.of(), ImmutableList.of());

        private static Sum of(Map<Product, Long> coefficients) {
            Map<Product, Long> others = new TreeMap<>(coefficients);
            others.values().removeIf(coefficient -> coefficient == 0);
            return new Sum(ImmutableSortedMap.copyOf(others, Ordering.natural()));
        }

        /** The coefficient of d alone. */
        public long features() {
            return coefficients.getOrDefault(FEATURES, 0L);
        }

        /** The coefficient of m alone. */
        public long examples() {
            return coefficients.getOrDefault(EXAMPLES, 0L);
        }

        /** The constant summand. */
        public long constant() {
            return coefficients.getOrDefault(Product.ONE, 0L);
        }

        /** The polynomial that each product of other factors is multiplied by. */
        private Map<Product, Polynomial> polynomials() {
            Map<Product, Polynomial> polynomials = new TreeMap<>();
            coefficients.forEach((product, coefficient) -> polynomials.merge(
                    new Product(0, 0, product.maxima, product.bits),
                    Polynomial.of(new Monomial(product.features, product.examples), coefficient),
                    Polynomial::plus));
            return polynomials;
        }

        /** The same as a polynomial; there must be no largest values and no binary digits. */
        Polynomial asPolynomial() {
            Map<Product, Polynomial> polynomials = polynomials();
            Polynomial polynomial = polynomials.getOrDefault(Product.ONE, Polynomial.constant(0));
            checkArgument(polynomials.keySet().equals(Set.of(Product.ONE)), "not a polynomial: %s", this);
            return polynomial;
        }

        /** Whether the value can be seen not to shrink as d and m grow. */
        private boolean isGrowing() {
            return polynomials().entrySet().stream()
                            .allMatch(part -> part.getKey().equals(Product.ONE)
                                    ? Bounds.isGrowing(part.getValue())
                                    : Bounds.atLeast(part.getValue(), Polynomial.constant(0)))
                    && coefficients.keySet().stream()
                            .flatMap(product -> Stream.concat(product.maxima.stream(), product.bits.stream()))
                            .allMatch(SizeExpression::isGrowing);
        }

        /** Whether it can be seen to be at least another one: the difference does not shrink, and is not negative first. */
        private boolean isAtLeast(Sum bound) {
            try {
                Sum difference = plus(bound.times(of(Map.of(Product.ONE, -1L))));
                return difference.isGrowing() && difference.at(new Sizes(1, 1)) >= 0;
            } catch (ArithmeticException tooLarge) {
                return false;
            }
        }

        /** Whether it is affine in d and m. */
        public boolean isLinear() {
            return coefficients.keySet().stream().allMatch(Product::isLinear);
        }

        private Sum plus(Sum other) {
            Map<Product, Long> sum = new TreeMap<>(coefficients);
            other.coefficients.forEach((product, coefficient) -> sum.merge(product, coefficient, Math::addExact));
            return of(sum);
        }

        private Sum times(Sum other) {
            Map<Product, Long> product = new TreeMap<>();
            coefficients.forEach((left, x) -> other.coefficients.forEach(
                    (right, y) -> product.merge(left.times(right), Math.multiplyExact(x, y), Math::addExact)));
            return of(product);
        }

        /** The value at the given sizes, or the largest number there is if it is larger. */
        public long at(Sizes sizes) {
            long value = 0;
            for (Map.Entry<Product, Long> summand : coefficients.entrySet()) {
                value = LongMath.saturatedAdd(
                        value,
                        LongMath.saturatedMultiply(
                                summand.getValue(), summand.getKey().at(sizes)));
            }
            return value;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            boolean isTogether = isLinear() && features() == examples() && features() > 1;
            if (isTogether) {
                text.append(features()).append("*(m + d)");
            }
            coefficients.forEach((product, coefficient) -> {
                if (!isTogether || product.equals(Product.ONE)) {
                    append(text, product, coefficient);
                }
            });
            return text.isEmpty() ? "0" : text.toString();
        }

        private static void append(StringBuilder text, Product product, long coefficient) {
            long size = Math.abs(coefficient);
            text.append(text.isEmpty() ? (coefficient < 0 ? "-" : "") : coefficient < 0 ? " - " : " + ");
            if (product.equals(Product.ONE)) {
                text.append(size);
            } else {
                text.append(size == 1 ? "" : size + "*").append(product);
            }
        }
    }

    /** The number of features, d. */
    public static final SizeExpression FEATURES = of(1, 0, 0);

    /** The number of examples, m. */
    public static final SizeExpression EXAMPLES = of(0, 1, 0);

    public SizeExpression {
        checkArgument(!alternatives.isEmpty(), "a size has a value");
    }

    /** {@code features}·d + {@code examples}·m + {@code constant}. */
    public static SizeExpression of(long features, long examples, long constant) {
        return new SizeExpression(ImmutableList.of(
                Sum.of(Map.of(Sum.FEATURES, features, Sum.EXAMPLES, examples, Product.ONE, constant))));
    }

    /** A polynomial in the sizes. */
    public static SizeExpression of(Polynomial polynomial) {
        Map<Product, Long> summands = new TreeMap<>();
        polynomial
                .coefficients()
                .forEach((monomial, coefficient) -> summands.put(
                        new Product(monomial.features(), monomial.examples(), ImmutableList.of(), ImmutableList.of()),
                        coefficient));
        return new SizeExpression(ImmutableList.of(Sum.of(summands)));
    }

    /** A constant. */
    public static SizeExpression constant(long value) {
        return of(0, 0, value);
    }

    /** The largest of several sizes, at least one. */
    public static SizeExpression max(List<SizeExpression> sizes) {
        return new SizeExpression(sizes.stream()
                .flatMap(size -> size.alternatives.stream())
                .distinct()
                .collect(toImmutableList()));
    }

    /** The largest of two sizes. */
    public static SizeExpression max(SizeExpression one, SizeExpression other) {
        return max(List.of(one, other));
    }

    /** How many binary digits a size has: the smallest b for which the size is less than 2ᵇ; at least 0. */
    public static SizeExpression bits(SizeExpression size) {
        return new SizeExpression(
                ImmutableList.of(Sum.of(Map.of(new Product(0, 0, ImmutableList.of(), ImmutableList.of(size)), 1L))));
    }

    private static long digits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, value));
    }

    /** The sum. */
    public SizeExpression plus(SizeExpression other) {
        return new SizeExpression(ImmutableList.of(asSum().plus(other.asSum())));
    }

    /** The product. */
    public SizeExpression times(SizeExpression other) {
        SizeExpression product = new SizeExpression(ImmutableList.of(asSum().times(other.asSum())));
        return product.unwrapped();
    }

    private Sum asSum() {
        return alternatives.size() == 1
                ? alternatives.getFirst()
                : Sum.of(Map.of(new Product(0, 0, ImmutableList.of(this), ImmutableList.of()), 1L));
    }

    /** One times a size with alternatives is that size. */
    private SizeExpression unwrapped() {
        Map<Product, Long> summands = alternatives.getFirst().coefficients;
        if (alternatives.size() == 1 && summands.size() == 1) {
            Product product = summands.keySet().iterator().next();
            if (product.degree() == 1
                    && product.maxima.size() == 1
                    && summands.values().iterator().next() == 1) {
                return product.maxima.getFirst();
            }
        }
        return this;
    }

    /** Whether the value can be seen not to shrink as d and m grow. */
    public boolean isGrowing() {
        return alternatives.stream().allMatch(Sum::isGrowing);
    }

    /** Whether it can be seen to be at least another one: each alternative of that is at most one of this. */
    public boolean isAtLeast(SizeExpression bound) {
        return bound.alternatives.stream()
                .allMatch(least -> alternatives.stream().anyMatch(sum -> sum.isAtLeast(least)));
    }

    /** The value at the given sizes, or the largest number there is if it is larger. */
    public long at(Sizes sizes) {
        return alternatives.stream().mapToLong(sum -> sum.at(sizes)).max().orElseThrow();
    }

    @Override
    public String toString() {
        return alternatives.size() == 1
                ? alternatives.getFirst().toString()
                : alternatives.stream().map(Sum::toString).collect(Collectors.joining(", ", "max(", ")"));
    }
}
