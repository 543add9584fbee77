package dev.pupil.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CounterexampleTextTest {
    @Test
    void pixelsAreDrawnAndTheRuleIsQuoted() {
        assertThat(CounterexampleText.of(SampleReports.PIXELS, Optional.of(SampleReports.PROGRAM)))
                .isEqualTo("""
                        channel 'memory' becomes 0 where the rule says 1

                        ┌─────────┬────────────┬─────────────┐
                        │ outside │ outside    │ outside     │
                        ├─────────┼────────────┼─────────────┤
                        │ outside │ lane +1    │ lane 0      │
                        │         │ memory = 1 │ running = 1 │
                        ├─────────┼────────────┼─────────────┤
                        │ outside │ lane -1    │ lane +2     │
                        │         │            │ memory = 1  │
                        │         │            │ running = 1 │
                        └─────────┴────────────┴─────────────┘

                         --> last.pupil:3:25
                          |
                        3 |     learn (example v) { seen = v.label; }
                          |                         ^^^^^^^^^^^^^^^

                        hidden units to blame: memory keeps, memory takes""");
    }

    @Test
    void dataAreATable() {
        assertThat(CounterexampleText.of(SampleReports.DATA, Optional.empty())).isEqualTo("""
                        automaton and reference disagree

                        example 1    0 1   label 1
                        example 2    1 1   label 0
                        query        1 0   reference: 1; automaton: no answer after 12 steps""");
    }

    @Test
    void theRuleIsNotQuotedWhereItsProgramIsUnknown() {
        assertThat(CounterexampleText.of(SampleReports.PIXELS, Optional.empty()))
                .doesNotContain("-->");
    }

    @Test
    void textFromAFileCannotDisturbATerminal() {
        assertThat(CounterexampleText.of(Counterexample.of(SampleReports.NASTY), Optional.empty()))
                .doesNotContain("\u001B", "\u0000", "\u202E")
                .contains("</script>");
    }
}
