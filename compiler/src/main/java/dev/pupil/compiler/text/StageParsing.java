package dev.pupil.compiler.text;

import dev.pupil.compiler.text.antlr.StagesLexer;
import dev.pupil.compiler.text.antlr.StagesParser;
import java.util.function.Function;
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
final class StageParsing {
    private StageParsing() {}

    /**
     * Reads a text.
     *
     * @param rule what the text should be
     * @param read turns the parsed text into a value, and may throw {@link Fault}
     */
    static <R, T> T parse(String text, Function<StagesParser, R> rule, Function<R, T> read) throws StageTextException {
        StagesLexer lexer = new StagesLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        StagesParser parser = new StagesParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.setErrorHandler(new FirstError());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return read.apply(rule.apply(parser));
        } catch (Fault fault) {
            throw fault.problem();
        } catch (ParseCancellationException cancelled) {
            throw syntaxError(cancelled);
        } catch (StackOverflowError tooDeep) {
            throw Fault.at(parser.getCurrentToken(), "expressions are nested too deeply to be read")
                    .problem();
        }
    }

    private static StageTextException syntaxError(ParseCancellationException cancelled) {
        if (cancelled.getCause() instanceof RecognitionException failure) {
            Token found = failure.getOffendingToken();
            return Fault.at(found, Expectation.explain(failure.getExpectedTokens(), found))
                    .problem();
        }
        throw cancelled;
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
