package dev.pupil.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "up.v@down_left",
                "`label|carry`@up",
                "`lane` == 1",
                "lane == 1",
                "!(lane == -1)",
                "!started & lane == 2",
                "started & !running ? positive ^ label : up.v@down",
                "a ? b : c ? d : e",
                "a ? (b ? c : d) : e",
                "(a ? b : c) ? d : e",
                "a - b - c",
                "a - (b - c)",
                "a - -1",
                "a | b ^ c & d == e < f + g",
                "(a | b) & (c ^ d)",
                "(a == b) < c",
                "a < b == c",
                "(a < b) < c",
                "!!a",
                "min(a, max(b, 3) - 1)",
                "min & max@up",
            })
    void termsThatFitOnALineArePrintedAsTheyAreWritten(String text) throws StageTextException {
        assertThat(TermText.print(TermText.parse(text))).isEqualTo(text + "\n");
    }

    @Test
    void associativityIsKept() throws StageTextException {
        Term a = Terms.read("a");
        Term b = Terms.read("b");
        Term c = Terms.read("c");

        assertThat(TermText.parse("a ^ b ^ c")).isEqualTo(Terms.xor(Terms.xor(a, b), c));
        assertThat(TermText.parse("a ^ (b ^ c)")).isEqualTo(Terms.xor(a, Terms.xor(b, c)));
    }

    @Test
    void nothingIsSimplified() throws StageTextException {
        assertThat(TermText.parse("!0")).isEqualTo(new Term.Not(new Term.Constant(0)));
    }

    @Test
    void longChoicesHaveALineForEachBranch() throws StageTextException {
        String text = """
                first_condition@up & !another_condition@left ? the_value_in_the_first_case@up
                : second_condition@up & !another_condition@left ? the_value_in_the_second_case
                : the_value_otherwise
                """;

        assertThat(TermText.print(TermText.parse(text))).isEqualTo(text);
    }

    @Test
    void longSumsHaveALineForEachOperand() throws StageTextException {
        String text = """
                first_condition@up & !another_condition@left
                  | second_condition@up & !another_condition@left
                  | third_condition@up & !another_condition@left
                """;

        assertThat(TermText.print(TermText.parse(text))).isEqualTo(text);
    }

    @Test
    void commentsAndLineBreaksMeanNothing() throws StageTextException {
        assertThat(TermText.parse("a // the first\n & // and the second\r\n\tb"))
                .isEqualTo(Terms.and(Terms.read("a"), Terms.read("b")));
    }
}
