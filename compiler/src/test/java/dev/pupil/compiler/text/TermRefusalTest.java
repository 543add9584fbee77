package dev.pupil.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong texts and what is said about them. */
class TermRefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '%', textBlock = """
            %%          ~ 1:1: the text ends where an expression should follow
            a &         ~ 1:4: the text ends where an expression should follow
            a b         ~ 1:3: expected the end of the text, found 'b'
            (a          ~ 1:3: the text ends where ')' should follow
            a ? b       ~ 1:6: the text ends where ':' should follow
            lane        ~ 1:1: the lane can only be compared with a constant, as in 'lane == 1'
            lane > 1    ~ 1:1: the lane can only be compared with a constant, as in 'lane == 1'
            lane == 3   ~ 1:9: the lane never holds 3
            a@over      ~ 1:2: expected a neighbour such as '@up_left', found '@over'
            99999999999 ~ 1:1: this number is too large; numbers here lie between -2147483648 and 2147483647
            min(a)      ~ 1:6: expected ',', found ')'
            😀😀        ~ 1:1: expected an expression, found '😀'
            `a          ~ 1:1: this quotation has no end on its line, or there is a '\\' in it that stands for nothing
            `\\q`       ~ 1:1: this quotation has no end on its line, or there is a '\\' in it that stands for nothing
            """)
    void wrongTerms(String text, String message) {
        assertRefused(text, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "a ? ", "a ? b : ", "a & ", "min(a, ", "-", "\"", "\u0000", "\ud800", "a"})
    void hostileRepetitionIsRefusedInOneLine(String part) {
        assertThatExceptionOfType(TermTextException.class)
                .isThrownBy(() -> TermText.parse(part.repeat(100_000) + "("))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).hasSizeLessThan(250).doesNotContain("\n"));
    }

    @Test
    void chainsTooLongForOthersAreRefused() {
        assertRefused("a" + " & a".repeat(100_000), "1:1: this is nested more than 400 deep");
    }

    private static void assertRefused(String text, String message) {
        assertThatExceptionOfType(TermTextException.class)
                .isThrownBy(() -> TermText.parse(text))
                .withMessage(message);
    }
}
