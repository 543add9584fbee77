package dev.pupil.grammar.antlr;

import dev.pupil.grammar.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens and rules stand in the text. ANTLR counts columns from 0, in code points as {@link Span} does. */
final class Spans {
    private Spans() {}

    /** A token's characters; no token but a comment goes over a line's end. */
    static Span of(Token token) {
        int column = token.getCharPositionInLine() + 1;
        int length = Math.max(0, token.getStopIndex() - token.getStartIndex() + 1);
        return new Span(token.getLine(), column, token.getLine(), column + length);
    }

    /** From a rule's first token to its last. */
    static Span of(ParserRuleContext rule) {
        return of(rule.getStart()).to(of(rule.getStop()));
    }

    /** From one token to another. */
    static Span of(Token first, Token last) {
        return of(first).to(of(last));
    }

    /** The empty place right after a token. */
    static Span after(Token token) {
        Span span = of(token);
        return new Span(span.endLine(), span.endColumn(), span.endLine(), span.endColumn());
    }
}
