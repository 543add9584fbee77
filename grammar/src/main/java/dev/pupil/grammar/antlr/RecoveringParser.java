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
 * The base of the generated parser: an error leaves every rule up to the innermost statement, member, part or transition,
 * which reports it, skips to where its successor starts and goes on. No token is ever invented or dropped silently.
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
    private static final ImmutableSet<Integer> PART_STARTS =
            ImmutableSet.of(PupilParser.SYMBOLS, PupilParser.START, PupilParser.STATE);

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int lastReported = -1;

    /** Whether a brace is missing, so that nothing found later can be trusted. */
    private boolean lost;

    RecoveringParser(TokenStream tokens) {
        super(tokens);
        removeErrorListeners();
        setErrorHandler(new Rethrow());
    }

    /** The syntax errors so far, in source order. */
    ImmutableList<Diagnostic> diagnostics() {
        return ImmutableList.copyOf(diagnostics);
    }

    /** Reports an error. */
    void report(RecognitionException failure) {
        int index = failure.getOffendingToken().getTokenIndex();
        if (index != lastReported && !lost) {
            diagnostics.add(SyntaxErrors.explain(this, failure));
            lastReported = index;
            lost = SyntaxErrors.isUnclosedBlock(failure);
        }
    }

    /** Called by the grammar where nothing that may stand here starts with the current token. */
    @SuppressWarnings("DoNotCallSuggester") // an action that is one throw would make the code after it unreachable
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

    /** Called by the grammar when a part of a machine is not one. */
    final void recoverPart(RecognitionException failure, ParserRuleContext part) {
        recover(failure, part, PART_STARTS);
    }

    /** Called by the grammar when a transition of a machine is not one. */
    final void recoverTransition(RecognitionException failure, ParserRuleContext transition) {
        recover(failure, transition, ImmutableSet.of());
    }

    private void recover(RecognitionException failure, ParserRuleContext broken, ImmutableSet<Integer> starts) {
        broken.exception = failure;
        report(failure);
        boolean nothingRead =
                getCurrentToken().getTokenIndex() == broken.getStart().getTokenIndex();
        if (!nothingRead && startsOnNewLine() && expectedEnd(failure)) {
            return;
        }
        int open = openBraces(broken);
        if (nothingRead && starts.contains(getCurrentToken().getType())) {
            consume();
        }
        skipTo(starts, open);
    }

    private boolean startsOnNewLine() {
        Token previous = getTokenStream().LT(-1);
        return previous != null && previous.getLine() < getCurrentToken().getLine();
    }

    private static boolean expectedEnd(RecognitionException failure) {
        return failure.getExpectedTokens() != null
                && failure.getExpectedTokens().contains(PupilParser.SEMICOLON);
    }

    /** The braces that a broken statement or member has opened and not closed. */
    private int openBraces(ParserRuleContext broken) {
        int open = 0;
        int from = broken.getStart().getTokenIndex();
        for (int i = from; i < getCurrentToken().getTokenIndex(); i++) {
            int type = getTokenStream().get(i).getType();
            open += type == PupilParser.LEFT_BRACE ? 1 : type == PupilParser.RIGHT_BRACE ? -1 : 0;
        }
        return Math.max(0, open);
    }

    /**
     * Stops after a {@code ;} or a whole block, before a closing brace or a line that starts with one of {@code starts}.
     * The braces that are {@code open} do not enclose a block that ends the statement.
     */
    private void skipTo(ImmutableSet<Integer> starts, int open) {
        int depth = open;
        boolean sinceBlock = false;
        while (getCurrentToken().getType() != Token.EOF) {
            int type = getCurrentToken().getType();
            boolean nextStarts = starts.contains(type) && startsOnNewLine();
            if (depth == 0 && (type == PupilParser.RIGHT_BRACE || nextStarts)) {
                return;
            }
            consume();
            if (type == PupilParser.LEFT_BRACE) {
                depth++;
                sinceBlock = true;
            } else if (type == PupilParser.RIGHT_BRACE) {
                depth--;
            }
            boolean unitEnds = type == PupilParser.SEMICOLON || (type == PupilParser.RIGHT_BRACE && sinceBlock);
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
