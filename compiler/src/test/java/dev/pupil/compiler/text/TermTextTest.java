package dev.pupil.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.text.antlr.TermsLexer;
import java.util.List;
import java.util.Random;
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
    void termsThatFitOnALineArePrintedAsTheyAreWritten(String text) throws TermTextException {
        assertThat(TermText.print(TermText.parse(text))).isEqualTo(text + "\n");
    }

    @Test
    void associativityIsKept() throws TermTextException {
        Term a = Terms.read("a");
        Term b = Terms.read("b");
        Term c = Terms.read("c");

        assertThat(TermText.parse("a ^ b ^ c")).isEqualTo(Terms.xor(Terms.xor(a, b), c));
        assertThat(TermText.parse("a ^ (b ^ c)")).isEqualTo(Terms.xor(a, Terms.xor(b, c)));
    }

    @Test
    void nothingIsSimplified() throws TermTextException {
        assertThat(TermText.parse("!0")).isEqualTo(new Term.Not(new Term.Constant(0)));
    }

    @Test
    void longChoicesHaveALineForEachBranch() throws TermTextException {
        String text = """
                first_condition@up & !another_condition@left ? the_value_in_the_first_case@up
                : second_condition@up & !another_condition@left ? the_value_in_the_second_case
                : the_value_otherwise
                """;

        assertThat(TermText.print(TermText.parse(text))).isEqualTo(text);
    }

    @Test
    void longSumsHaveALineForEachOperand() throws TermTextException {
        String text = """
                first_condition@up & !another_condition@left
                  | second_condition@up & !another_condition@left
                  | third_condition@up & !another_condition@left
                """;

        assertThat(TermText.print(TermText.parse(text))).isEqualTo(text);
    }

    @Test
    void lineBreaksMeanNothing() throws TermTextException {
        assertThat(TermText.parse("a\n & \r\n\tb")).isEqualTo(Terms.and(Terms.read("a"), Terms.read("b")));
    }

    @Test
    void randomTermsComeBack() throws TermTextException {
        RandomTerms terms = new RandomTerms(new Random(20));
        for (int i = 0; i < 500; i++) {
            assertComesBack(terms.next(1 + i % 8));
        }
    }

    @Test
    void deepTermsComeBack() throws TermTextException {
        Term conditions = Terms.read("p");
        Term choices = conditions;
        Term leftwards = conditions;
        Term rightwards = conditions;
        for (int i = 0; i < 195; i++) {
            conditions = new Term.Not(new Term.Choice(conditions, Terms.read("q"), Terms.read("r")));
            choices = new Term.Choice(Terms.read("q"), Terms.read("r"), choices);
            leftwards = Terms.xor(leftwards, Terms.read("q" + i));
            rightwards = Terms.xor(Terms.read("q" + i), rightwards);
        }

        for (Term term : List.of(conditions, choices, leftwards, rightwards)) {
            String text = TermText.print(term);
            assertThat(TermText.print(TermText.parse(text))).isEqualTo(text);
        }
    }

    @Test
    void everyTokenCanBeAName() throws TermTextException {
        for (int token = 1; token <= TermsLexer.UNKNOWN; token++) {
            assertComesBack(
                    Terms.read(TermsLexer.VOCABULARY.getDisplayName(token).replace("'", "")));
        }
    }

    private static void assertComesBack(Term term) throws TermTextException {
        String text = TermText.print(term);
        assertThat(TermText.parse(text)).as(text).isEqualTo(term);
    }
}
