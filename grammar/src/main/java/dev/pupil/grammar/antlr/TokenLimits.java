package dev.pupil.grammar.antlr;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Refuses, before parsing, what would make any recursive walk over the tree too deep, and words too long to handle.
 * The depth counted is an upper bound of the tree's: open brackets, operators since the last separator within each of
 * them, and links of each {@code else if} chain.
 */
final class TokenLimits {
    private static final int DEEPEST = 400;
    private static final int LONGEST_NAME = 100;
    private static final int LARGEST_DIGITS = 10;

    private final Deque<Level> enclosing = new ArrayDeque<>();
    private Level level = new Level();
    private int depthOutside;

    private TokenLimits() {}

    /** What is open at one bracket: operators of the current expression, links of the current chain. */
    private static final class Level {
        private int operators;
        private int links;
        private boolean afterBlock;

        int depth() {
            return 1 + operators + links;
        }
    }

    /** The first limit that is exceeded; nothing may be parsed then. */
    static ImmutableList<Diagnostic> check(List<Token> tokens) {
        TokenLimits limits = new TokenLimits();
        for (Token token : tokens) {
            Optional<Diagnostic> excess = limits.word(token).or(() -> limits.depth(token));
            if (excess.isPresent()) {
                return ImmutableList.of(excess.get());
            }
        }
        return ImmutableList.of();
    }

    private Optional<Diagnostic> word(Token token) {
        int length = token.getStopIndex() - token.getStartIndex() + 1;
        return switch (token.getType()) {
            case PupilLexer.NAME, PupilLexer.MALFORMED_NUMBER ->
                length <= LONGEST_NAME
                        ? Optional.empty()
                        : Optional.of(DiagnosticCode.NAME_TOO_LONG.at(
                                Spans.of(token),
                                "a name of " + length + " characters: " + Excerpt.quote(token.getText()),
                                "names have at most " + LONGEST_NAME + " characters"));
            case PupilLexer.NUMBER ->
                value(token.getText()) <= Integer.MAX_VALUE
                        ? Optional.empty()
                        : Optional.of(DiagnosticCode.NUMBER_TOO_LARGE.at(
                                Spans.of(token),
                                "the number " + Excerpt.quote(token.getText()) + " is too large",
                                "the largest is " + Integer.MAX_VALUE));
            default -> Optional.empty();
        };
    }

    private static long value(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > LARGEST_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }

    private Optional<Diagnostic> depth(Token token) {
        if (level.afterBlock && token.getType() != PupilLexer.ELSE) {
            level.links = 0;
            level.operators = 0;
        }
        level.afterBlock = false;
        switch (token.getType()) {
            case PupilLexer.LEFT_PARENTHESIS, PupilLexer.LEFT_BRACKET, PupilLexer.LEFT_BRACE -> open();
            case PupilLexer.RIGHT_PARENTHESIS, PupilLexer.RIGHT_BRACKET -> close();
            case PupilLexer.RIGHT_BRACE -> {
                close();
                level.afterBlock = true;
            }
            case PupilLexer.SEMICOLON, PupilLexer.COMMA -> level.operators = 0;
            case PupilLexer.ELSE -> {
                level.operators = 0;
                level.links++;
            }
            case PupilLexer.NOT,
                    PupilLexer.MINUS,
                    PupilLexer.PLUS,
                    PupilLexer.TIMES,
                    PupilLexer.AND,
                    PupilLexer.OR,
                    PupilLexer.XOR,
                    PupilLexer.EQUAL,
                    PupilLexer.NOT_EQUAL,
                    PupilLexer.QUESTION -> level.operators++;
            default -> {}
        }
        return depthOutside + level.depth() <= DEEPEST
                ? Optional.empty()
                : Optional.of(DiagnosticCode.NESTED_TOO_DEEPLY.at(
                        Spans.of(token),
                        "nested too deeply",
                        "brackets, operators and 'else if' may be nested " + DEEPEST + " deep; split this up"));
    }

    private void open() {
        enclosing.push(level);
        depthOutside += level.depth();
        level = new Level();
    }

    private void close() {
        if (!enclosing.isEmpty()) {
            level = enclosing.pop();
            depthOutside -= level.depth();
        }
    }
}
