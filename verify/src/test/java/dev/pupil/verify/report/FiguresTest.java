package dev.pupil.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.00 s",
        "4, 0.00 s",
        "994, 0.99 s",
        "1234, 1.2 s",
        "31234, 31 s",
        "59600, 1 min 0 s",
        "95000, 1 min 35 s"
    })
    void timesAreAsExactAsPeopleWant(long milliseconds, String text) {
        assertThat(Figures.time(Duration.ofMillis(milliseconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, queries, 0 queries", "1, queries, 1 query", "1, data sets, 1 data set", "1, sheep, 1 sheep"})
    void oneOfAKindIsNotSeveral(long number, String kind, String text) {
        assertThat(Figures.count(number, kind)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234567 | 1,234,567 weights"})
    void largeNumbersAreGrouped(long number, String text) {
        assertThat(Figures.count(number, "weights")).isEqualTo(text);
    }
}
