package dev.pupil.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
    @Test
    void theSpanIsUnderlinedInItsLine() {
        assertThat(render("a\nbit xx;\n", DiagnosticCode.DUPLICATE_NAME.at(new Span(2, 5, 2, 7), "taken", "rename it")))
                .isEqualTo("""
                        error[PUP0202]: taken
                         --> test.pupil:2:5
                          |
                        2 | bit xx;
                          |     ^^
                          = help: rename it""");
    }

    @Test
    void aSpanOverSeveralLinesIsUnderlinedToTheEndOfTheFirst() {
        assertThat(render("if a {\n}", DiagnosticCode.UNREACHABLE.at(new Span(1, 4, 2, 2), "never")))
                .endsWith("1 | if a {\n  |    ^^^");
    }

    @Test
    void anEmptySpanAndOneBehindTheTextHaveOneMark() {
        assertThat(render("ab", DiagnosticCode.MISSING_SEMICOLON.at(new Span(1, 3, 1, 3), "here")))
                .endsWith("1 | ab\n  |   ^");
        assertThat(render("ab", DiagnosticCode.UNEXPECTED_END.at(new Span(9, 1, 9, 1), "here")))
                .endsWith("9 |\n  | ^");
    }

    @Test
    void aLongLineIsCutAroundTheSpan() {
        String rendered = render(
                "x".repeat(1_000) + "here" + "y".repeat(1_000),
                DiagnosticCode.UNEXPECTED.at(new Span(1, 1_001, 1, 1_005), "what"));
        assertThat(rendered)
                .contains("1 | …" + "x".repeat(40) + "here" + "y".repeat(76) + "…\n")
                .endsWith("  | " + " ".repeat(41) + "^^^^");
    }

    @Test
    void whatWouldDisturbATerminalIsReplacedColumnForColumn() {
        assertThat(render("\t\u001b[31m\u202e=x", DiagnosticCode.UNEXPECTED.at(new Span(1, 9, 1, 10), "what")))
                .endsWith("1 |  \ufffd[31m\ufffd=x\n  |         ^");
    }

    @Test
    void everyCodeIsDifferent() {
        assertThat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::code))
                .doesNotHaveDuplicates();
    }

    private static String render(String text, Diagnostic diagnostic) {
        return DiagnosticRenderer.render(
                new DiagnosticException(new Source("test.pupil", text), ImmutableList.of(diagnostic)));
    }
}
