package dev.pupil.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong texts and what is said about them. */
class RefusalTest {

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
        assertRefused(TermText::parse, text, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '%', textBlock = """
            pass                                               ~ 1:1: expected 'passes', found 'pass'
            passes p scans up                                  ~ 1:16: expected right or left, found 'up'
            passes p scans left row x: 0..1 = 0 [learn]        ~ 1:21: expected feature or label or cell or carry or column or answer, found 'row'
            passes p scans left cell x: 0..1 = 2 [learn]       ~ 1:21: x starts at 2, outside 0..1
            passes p scans left cell x: 0..1 = 0 [learn 1:2]   ~ 1:48: expected '-', found ']'
            passes p scans left cell x: 0..1 = 0 [learn 2:2-1:1] ~ 1:45: a span ends after it starts
            passes p scans left pass learn each { everywhere: y = 0 [x] } ~ 1:51: there is no slot called 'y'
            passes p scans left pass learn each { everywhere y ~ 1:50: expected 'when' or ':', found 'y'
            passes p scans left pass learn all { }             ~ 1:32: expected first or each or after, found 'all'
            """)
    void wrongPasses(String text, String message) {
        assertRefused(PassesText::parse, text, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '%', textBlock = """
            circuit c                                               ~ 1:10: the text ends where 'image' should follow
            circuit c image: 1+d rows, d columns, 1 steps           ~ 1:18: a size is written like 'max(m + 1, d + 1)', 'm + 2*d' or '3*(m + d) - 5', and only so
            circuit c image: m rows, d columns, 1 steps next a = 1 + b ~ 1:58: a sum's constant comes last, and there is one at most
            circuit c image: m rows, d columns, 1 steps next a = b@up  ~ 1:54: a hidden unit is only seen by its own pixel
            circuit c image: m rows, d columns, 1 steps next a = 1 next a = 1 ~ 1:61: there are two next values of a channel called 'a'
            circuit c image: m rows, d columns, 1 steps encoding a: 1 bits, 0 -> 1, 0 -> 2 ~ 1:73: there are two codes for 0
            circuit c image: m rows, d columns, 1 steps encoding a: 1 bits, 0 -> 1, 1 -> 1 ~ 1:45: two values have the same code
            """)
    void wrongCircuits(String text, String message) {
        assertRefused(CircuitText::parse, text, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '%', textBlock = """
            %%                                 ~ 4:1: the text ends where the tensor 'step.conv.weight' should follow
            tensor a[1]                        ~ 3:1: expected the tensor 'step.conv.weight', found the tensor 'a'
            tensor step.conv.weight[9999,9999] ~ 3:24: a tensor here has at most 16777216 numbers
            tensor step.conv.weight[-1]        ~ 3:25: a dimension's size is not negative
            tensor step.conv.weight[2] step.conv.weight[2] = 1 ~ 3:45: index 2 is outside the tensor, whose size here is 2
            tensor step.conv.weight[2] step.conv.weight[0, 0] = 1 ~ 3:44: expected 1 indices, found 2
            tensor step.conv.weight[2] step.conv.bias[0] = 1 ~ 3:28: expected a number of the tensor 'step.conv.weight'
            """)
    void wrongFilters(String tensors, String message) {
        String start = "filter f\nimage: m rows, d columns, 1 steps\n";
        assertRefused(FilterText::parse, start + tensors + "\n", message);
    }

    @Test
    void numbersTooLargeForDoublePrecision() {
        String text = "circuit c image: m rows, d columns, 1 steps next a = " + "9".repeat(400);
        assertRefused(CircuitText::parse, text, "1:54: this number is too large for double precision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "a ? ", "a ? b : ", "a & ", "min(a, ", "-", "\"", "\u0000", "\ud800", "a"})
    void hostileRepetitionIsRefusedInOneLine(String part) {
        assertThatExceptionOfType(StageTextException.class)
                .isThrownBy(() -> TermText.parse(part.repeat(100_000) + "("))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).hasSizeLessThan(250).doesNotContain("\n"));
    }

    @Test
    void chainsTooLongForOthersAreRefused() {
        assertRefused(TermText::parse, "a" + " & a".repeat(100_000), "1:1: this is nested more than 400 deep");
    }

    /** Parses a text. */
    private interface Parser {
        Object parse(String text) throws StageTextException;
    }

    private static void assertRefused(Parser parser, String text, String message) {
        assertThatExceptionOfType(StageTextException.class)
                .isThrownBy(() -> parser.parse(text))
                .withMessage(message);
    }
}
