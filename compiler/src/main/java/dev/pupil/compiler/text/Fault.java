package dev.pupil.compiler.text;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Something wrong at a place of a text; carries the exception through generated code, which declares none. */
final class Fault extends ParseCancellationException {
    private static final long serialVersionUID = 1L;

    private final TermTextException problem;

    private Fault(TermTextException problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong. */
    TermTextException problem() {
        return problem;
    }

    /** A fault at a token. */
    static Fault at(Token token, String problem) {
        return new Fault(new TermTextException(token.getLine(), token.getCharPositionInLine() + 1, problem));
    }

    /** A fault at the first token of a rule. */
    static Fault at(ParserRuleContext rule, String problem) {
        return at(rule.getStart(), problem);
    }
}
