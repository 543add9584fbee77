package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.text.antlr.TermsLexer;
import dev.pupil.compiler.text.antlr.TermsParser;
import dev.pupil.grammar.source.Excerpt;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Runs lexer, parser and reader one after the other, up to the first fault. */
final class TermParsing {
    private TermParsing() {}

    static Term parse(String text) throws TermTextException {
        TermsLexer lexer = new TermsLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        TermsParser parser = new TermsParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.setErrorHandler(new FirstError());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return TermReader.read(parser.loneTerm().term());
        } catch (Fault fault) {
            throw fault.problem();
        } catch (ParseCancellationException cancelled) {
            throw syntaxError(cancelled);
        } catch (StackOverflowError tooDeep) {
            throw Fault.at(parser.getCurrentToken(), "expressions are nested too deeply to be read")
                    .problem();
        }
    }

    private static TermTextException syntaxError(ParseCancellationException cancelled) {
        if (cancelled.getCause() instanceof RecognitionException failure) {
            Token found = failure.getOffendingToken();
            return Fault.at(found, explain(failure.getExpectedTokens(), found)).problem();
        }
        throw cancelled;
    }

    /** Says what should stand where a token can't go on; one sentence without a full stop. */
    private static String explain(IntervalSet expected, Token found) {
        return switch (found.getType()) {
            case TermsLexer.UNCLOSED ->
                "this quotation has no end on its line, or there is a '\\' in it that stands for nothing";
            case TermsLexer.EOF -> "the text ends where " + inWords(expected) + " should follow";
            default -> "expected " + inWords(expected) + ", found " + Excerpt.quote(found.getText());
        };
    }

    private static String inWords(IntervalSet expected) {
        return expected.contains(TermsLexer.LANE)
                ? "an expression"
                : expected.toList().stream().map(TermParsing::describe).collect(Collectors.joining(" or "));
    }

    private static String describe(int token) {
        return switch (token) {
            case Token.EOF -> "the end of the text";
            case TermsLexer.INTEGER -> "a number";
            default -> TermsLexer.VOCABULARY.getDisplayName(token);
        };
    }

    /** Stops at the first token that can't go on; looks before every optional part, to know all that could stand there. */
    private static final class FirstError extends BailErrorStrategy {
        @Override
        public void sync(Parser recognizer) {
            IntervalSet next = recognizer
                    .getATN()
                    .nextTokens(recognizer.getInterpreter().atn.states.get(recognizer.getState()));
            if (!next.contains(Token.EPSILON)
                    && !next.contains(recognizer.getInputStream().LA(1))) {
                throw new ParseCancellationException(new InputMismatchException(recognizer));
            }
        }
    }
}
