package dev.pupil.compiler.program.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be seen to be at least something else for all sizes. */
class SizeComparisonTest {
    private static final int LARGEST = 6;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m + d                            | m + 1
            m*d                              | d
            d*d                              | 1
            max(m + 1, d + 5)                | max(m, d)
            m + d                            | max(m, d)
            m*max(m, d) + 2                  | 2
            2*d*bits(d + 1) + 3              | bits(d + 1) + 3
            bits(d + 1) + 4                  | bits(d + 1)
            """)
    void oneSizeIsAtLeastAnotherAndNotTheOtherWayRound(String larger, String smaller) {
        assertThat(size(larger).isAtLeast(size(smaller))).isTrue();
        assertThat(size(smaller).isAtLeast(size(larger))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m                 | d
            m*max(m, d)       | m*bits(m)
            """)
    void ofOthersNeitherIs(String one, String other) {
        assertThat(size(one).isAtLeast(size(other))).isFalse();
        assertThat(size(other).isAtLeast(size(one))).isFalse();
    }

    @Test
    void aPolynomialIsTheSameAsASize() {
        Polynomial polynomial = polynomial(2, -3, 5);

        assertThat(SizeExpression.of(polynomial)).hasToString("2*m*d - 3*d + 5");
        assertThat(SizeExpression.of(polynomial).alternatives().getFirst().asPolynomial())
                .isEqualTo(polynomial);
    }

    @Test
    void aGrowingPolynomialIsNowhereBelow() {
        Polynomial polynomial = polynomial(2, -3, 5);
        Polynomial growing = Bounds.growing(polynomial);

        assertThat(Bounds.isGrowing(growing)).isTrue();
        for (int features = 1; features <= LARGEST; features++) {
            for (int examples = 1; examples <= LARGEST; examples++) {
                Sizes sizes = new Sizes(features, examples);
                assertThat(growing.at(sizes)).isGreaterThanOrEqualTo(polynomial.at(sizes));
            }
        }
    }

    /** {@code product}·m·d + {@code features}·d + {@code constant}. */
    private static Polynomial polynomial(long product, long features, long constant) {
        return Map.of(
                        Polynomial.FEATURES.times(Polynomial.EXAMPLES),
                        product,
                        Polynomial.FEATURES,
                        features,
                        Polynomial.constant(1),
                        constant)
                .entrySet()
                .stream()
                .map(summand -> summand.getKey().times(Polynomial.constant(summand.getValue())))
                .reduce(Polynomial.constant(0), Polynomial::plus);
    }

    private static SizeExpression size(String text) {
        return SizeExpressionParser.parse(text).orElseThrow();
    }
}
