package dev.pupil.compiler.text;

import dev.pupil.compiler.text.antlr.StagesLexer;
import dev.pupil.grammar.source.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what should stand where a token can't go on. */
final class Expectation {
    private static final Set<Integer> OPERATORS = Set.of(
            StagesLexer.AND,
            StagesLexer.OR,
            StagesLexer.XOR,
            StagesLexer.EQUAL,
            StagesLexer.NOT_EQUAL,
            StagesLexer.LESS,
            StagesLexer.LESS_OR_EQUAL,
            StagesLexer.GREATER,
            StagesLexer.GREATER_OR_EQUAL,
            StagesLexer.QUESTION);

    private Expectation() {}

    /** One sentence without a full stop. */
    static String explain(IntervalSet expected, Token found) {
        return switch (found.getType()) {
            case StagesLexer.UNCLOSED ->
                "this quotation has no end on its line, or there is a '\\' in it that stands for nothing";
            case StagesLexer.EOF -> "the text ends where " + inWords(expected) + " should follow";
            default -> "expected " + inWords(expected) + ", found " + Excerpt.quote(found.getText());
        };
    }

    private static String inWords(IntervalSet expected) {
        Set<Integer> tokens = new TreeSet<>(expected.toSet());
        List<String> words = new ArrayList<>();
        if (tokens.contains(StagesLexer.LANE)) {
            tokens.removeIf(Expectation::startsTerm);
            words.add("an expression");
        }
        if (tokens.contains(StagesLexer.QUOTED_NAME)) {
            tokens.removeIf(Expectation::isWord);
            tokens.removeAll(Set.of(StagesLexer.NAME, StagesLexer.QUOTED_NAME));
            words.add("a name");
        }
        if (tokens.removeAll(OPERATORS)) {
            tokens.removeAll(Set.of(StagesLexer.PLUS, StagesLexer.MINUS));
            words.add("an operator");
        }
        if (tokens.contains(StagesLexer.INTEGER)) {
            tokens.removeAll(Set.of(StagesLexer.INTEGER, StagesLexer.DECIMAL, StagesLexer.MINUS));
            words.add("a number");
        }
        tokens.forEach(token -> words.add(describe(token)));
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static boolean startsTerm(int token) {
        return isWord(token) && token != StagesLexer.EVERYWHERE
                || Set.of(
                                StagesLexer.NAME,
                                StagesLexer.QUOTED_NAME,
                                StagesLexer.INTEGER,
                                StagesLexer.MINUS,
                                StagesLexer.NOT,
                                StagesLexer.LEFT_PARENTHESIS)
                        .contains(token);
    }

    private static boolean isWord(int token) {
        return token >= StagesLexer.PASSES && token <= StagesLexer.BIT;
    }

    private static String describe(int token) {
        return switch (token) {
            case Token.EOF -> "the end of the text";
            case StagesLexer.NAME -> "a plain name";
            case StagesLexer.STRING -> "a string in double quotes";
            case StagesLexer.OFFSET -> "a neighbour such as '@up'";
            default -> StagesLexer.VOCABULARY.getDisplayName(token);
        };
    }
}
