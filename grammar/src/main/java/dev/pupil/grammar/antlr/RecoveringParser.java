package dev.pupil.grammar.antlr;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.grammar.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * The base of the generated parser: an error leaves every rule up to the innermost statement or member, which reports
 * it, skips to where its successor starts and goes on. No token is ever invented or dropped silently.
 */
abstract class RecoveringParser extends Parser {
    private static final ImmutableSet<Integer> STATEMENT_STARTS = ImmutableSet.of(
            PupilParser.IF,
            PupilParser.FOR,
            PupilParser.BREAK,
            PupilParser.CONTINUE,
            PupilParser.RETURN,
            PupilParser.BIT,
            PupilParser.INT);
    private static final ImmutableSet<Integer> MEMBER_STARTS =
            ImmutableSet.of(PupilParser.MEMORY, PupilParser.PROCEDURE, PupilParser.LEARN, PupilParser.PREDICT);

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int lastReported = -1;

    RecoveringParser(TokenStream tokens) {
        super(tokens);
        removeErrorListeners();
        setErrorHandler(new Rethrow());
    }

    /** The syntax errors so far, in source order. */
    ImmutableList<Diagnostic> diagnostics() {
        return ImmutableList.copyOf(diagnostics);
    }

    /** Reports an error that no statement or member caught. */
    void report(RecognitionException failure) {
        int index = failure.getOffendingToken().getTokenIndex();
        if (index != lastReported) {
            diagnostics.add(SyntaxErrors.explain(this, failure));
            lastReported = index;
        }
    }

    /** Called by the grammar where nothing that may stand here starts with the current token. */
    final void refuse() {
        throw new InputMismatchException(this);
    }

    /** Called by the grammar when a statement is not one. */
    final void recoverStatement(RecognitionException failure, ParserRuleContext statement) {
        recover(failure, statement, STATEMENT_STARTS);
    }

    /** Called by the grammar when a member of a learner is not one. */
    final void recoverMember(RecognitionException failure, ParserRuleContext member) {
        recover(failure, member, MEMBER_STARTS);
    }

    private void recover(RecognitionException failure, ParserRuleContext broken, ImmutableSet<Integer> starts) {
        broken.exception = failure;
        report(failure);
        boolean nothingRead = getCurrentToken() == broken.getStart();
        if (!nothingRead && startsOnNewLine() && expectedOnlyEnd(failure)) {
            return;
        }
        if (nothingRead && starts.contains(getCurrentToken().getType())) {
            consume();
        }
        skipTo(starts);
    }

    private boolean startsOnNewLine() {
        Token previous = getTokenStream().LT(-1);
        return previous != null && previous.getLine() < getCurrentToken().getLine();
    }

    private static boolean expectedOnlyEnd(RecognitionException failure) {
        return failure.getExpectedTokens() != null
                && failure.getExpectedTokens().contains(PupilParser.SEMICOLON);
    }

    /** Stops after a {@code ;} or a whole block, before a closing brace or a token of {@code starts}. */
    private void skipTo(ImmutableSet<Integer> starts) {
        int depth = 0;
        while (getCurrentToken().getType() != Token.EOF) {
            int type = getCurrentToken().getType();
            if (depth == 0 && (type == PupilParser.RIGHT_BRACE || starts.contains(type))) {
                return;
            }
            consume();
            if (type == PupilParser.LEFT_BRACE) {
                depth++;
            } else if (type == PupilParser.RIGHT_BRACE) {
                depth--;
            }
            boolean unitEnds = type == PupilParser.SEMICOLON || type == PupilParser.RIGHT_BRACE;
            if (depth == 0 && unitEnds && getCurrentToken().getType() != PupilParser.ELSE) {
                return;
            }
        }
    }

    /** Lets every error out of the rule it is found in. */
    private static final class Rethrow extends DefaultErrorStrategy {
        @Override
        public void reportError(Parser recognizer, RecognitionException failure) {}

        @Override
        public void recover(Parser recognizer, RecognitionException failure) {
            throw failure;
        }

        @Override
        public Token recoverInline(Parser recognizer) {
            throw new InputMismatchException(recognizer);
        }

        @Override
        public void sync(Parser recognizer) {}
    }
}
