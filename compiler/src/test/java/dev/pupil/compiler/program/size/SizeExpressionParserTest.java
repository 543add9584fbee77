package dev.pupil.compiler.program.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeExpressionParserTest {
    @Test
    void everySmallLinearExpressionIsReadBack() {
        for (int features = 0; features <= 3; features++) {
            for (int examples = 0; examples <= 3; examples++) {
                for (int constant = -12; constant <= 12; constant++) {
                    SizeExpression expression = SizeExpression.of(features, examples, constant);
                    assertThat(SizeExpressionParser.parse(expression.toString()))
                            .contains(expression);
                }
            }
        }
    }

    @Test
    void theLargestOfSeveralIsReadBack() {
        SizeExpression expression = SizeExpression.max(
                List.of(SizeExpression.of(0, 1, 1), SizeExpression.of(1, 0, 1), SizeExpression.of(0, 0, 7)));
        assertThat(expression).hasToString("max(m + 1, d + 1, 7)");
        assertThat(SizeExpressionParser.parse("max(m + 1, d + 1, 7)")).contains(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m*d",
                "m*m*d + 4*m*d + 3*d*d + m + 2*d - 1",
                "2*m*max(m + 1, d + 5) + 3*max(m + 1, d + 5) + 7",
                "max(3*m*d + 5, m*max(d, 4))",
                "max(m + 1, bits(m + d + 1) + 4)",
                "2*m*max(m, d)*bits(d + 1) + 3*bits(max(m + 1, 2*d)) + 7"
            })
    void polynomialsAreReadBack(String text) {
        assertThat(SizeExpressionParser.parse(text))
                .map(SizeExpression::toString)
                .contains(text);
    }

    @Test
    void valuesAreThoseOfTheText() {
        SizeExpression expression =
                SizeExpressionParser.parse("3*m*d + 2*m*max(m + 1, d + 5) + 7").orElseThrow();
        assertThat(expression.at(new Sizes(3, 10))).isEqualTo(2 * 10 * 11 + 3 * 10 * 3 + 7);
    }

    @Test
    void aNumberOfBitsIsThatOfBinaryDigits() {
        SizeExpression bits = SizeExpressionParser.parse("bits(d)").orElseThrow();
        assertThat(List.of(1, 2, 3, 4, 7, 8, 1000))
                .extracting(features -> bits.at(new Sizes(features, 1)))
                .containsExactly(1L, 2L, 2L, 3L, 3L, 4L, 10L);
        assertThat(SizeExpression.bits(SizeExpression.of(1, 0, -2)).at(new Sizes(1, 1)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d + m",
                "1*d",
                "0*m",
                "d + 0",
                "d+1",
                " d",
                "d ",
                "max(d)",
                "max()",
                "max(d, )",
                "max(d, max(m, 1))",
                "bits()",
                "bits(d",
                "bits(m, d)",
                "bits (d)",
                "d - bits(d)",
                "d*m",
                "2*(d + m)",
                "1*(m + d)",
                "2*m + 2*d",
                "01",
                "-0",
                "- 1",
                "+1",
                "-d",
                "m - d",
                "d + 1 + 1",
                "9999999999",
                "d + 9999999999",
                "\u0663*d",
                "d\n"
            })
    void anythingElseIsRefused(String text) {
        assertThat(SizeExpressionParser.parse(text)).isEmpty();
    }
}
