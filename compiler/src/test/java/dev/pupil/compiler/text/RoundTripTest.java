package dev.pupil.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.text.antlr.StagesLexer;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is printed parses back to an equal value, and prints again to the same text. */
class RoundTripTest {
    private static final int VALUES = 500;

    private final Random random = new Random(20);
    private final RandomStages stages = new RandomStages(random);

    /** Parses a text. */
    private interface Parser<T> {
        T parse(String text) throws StageTextException;
    }

    private static <T> void assertRoundTrip(T value, Function<T, String> print, Parser<T> parser)
            throws StageTextException {
        String text = print.apply(value);
        T parsed = parser.parse(text);

        assertThat(parsed).as(text).isEqualTo(value);
        assertThat(print.apply(parsed)).isEqualTo(text);
    }

    @Test
    void termsComeBack() throws StageTextException {
        RandomTerms terms = new RandomTerms(random);
        for (int i = 0; i < VALUES; i++) {
            assertRoundTrip(terms.next(1 + i % 8), TermText::print, TermText::parse);
        }
    }

    @Test
    void passesComeBack() throws StageTextException {
        for (int i = 0; i < VALUES; i++) {
            assertRoundTrip(stages.passes(), PassesText::print, PassesText::parse);
        }
    }

    @Test
    void textsOfDeepTermsComeBack() throws StageTextException {
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
    void everyWordOfTheTextFormsCanBeAName() throws StageTextException {
        for (int token = 1; token <= StagesLexer.UNKNOWN; token++) {
            String literal = StagesLexer.VOCABULARY.getDisplayName(token);
            String word = literal.replace("'", "");
            assertRoundTrip(Terms.read(word), TermText::print, TermText::parse);
        }
    }
}
