package dev.pupil.grammar.antlr;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.DefinitionNode;
import dev.pupil.grammar.tree.ExpressionNode;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Runs lexer, limits, parser and tree builder one after the other. */
public final class Parsing {
    private static final int LONGEST_TEXT = 4_000_000;
    private static final int MOST_DIAGNOSTICS = 50;
    private static final Span START = new Span(1, 1, 1, 1);

    private Parsing() {}

    /** Parses what a file defines, or refuses. */
    public static DefinitionNode definition(Source source) throws DiagnosticException {
        return parse(source, PupilParser::file, TreeBuilder::definition);
    }

    /** Parses one expression, or refuses. */
    public static ExpressionNode expression(Source source) throws DiagnosticException {
        return parse(
                source,
                PupilParser::loneExpression,
                (builder, rule) -> new ExpressionBuilder().expression(rule.expression()));
    }

    private static <R extends ParserRuleContext, T> T parse(
            Source source, Function<PupilParser, R> rule, BiFunction<TreeBuilder, R, T> build)
            throws DiagnosticException {
        if (source.text().length() > LONGEST_TEXT) {
            throw refusal(
                    source,
                    DiagnosticCode.TEXT_TOO_LONG.at(
                            START,
                            "the text has " + source.text().length() + " characters",
                            "at most " + LONGEST_TEXT + " are read"));
        }
        try {
            CommonTokenStream tokens = tokens(source);
            refuseIfAny(source, TokenLimits.check(tokens.getTokens()));
            refuseIfAny(source, unclosedComment(tokens));
            PupilParser parser = new PupilParser(tokens);
            Optional<R> parsed = run(parser, rule);
            refuseIfAny(source, parser.diagnostics());
            return build.apply(new TreeBuilder(tokens), parsed.orElseThrow());
        } catch (StackOverflowError deeper) {
            // The limits keep this from happening; a caller with a tiny stack still gets a message.
            throw refusal(source, DiagnosticCode.NESTED_TOO_DEEPLY.at(START, "the program is nested too deeply"));
        }
    }

    private static <R> Optional<R> run(PupilParser parser, Function<PupilParser, R> rule) {
        try {
            return Optional.of(rule.apply(parser));
        } catch (RecognitionException failure) {
            parser.report(failure);
            return Optional.empty();
        }
    }

    private static CommonTokenStream tokens(Source source) {
        PupilLexer lexer = new PupilLexer(characters(source));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens;
    }

    /** Lone surrogates become replacement characters, one for one, so that columns stay. */
    private static CharStream characters(Source source) {
        StringBuilder text = new StringBuilder(source.text().length());
        source.text()
                .codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(text::appendCodePoint);
        return CharStreams.fromString(text.toString(), source.name());
    }

    private static ImmutableList<Diagnostic> unclosedComment(CommonTokenStream tokens) {
        return tokens.getTokens().stream()
                .filter(token -> token.getType() == PupilLexer.COMMENT && !isClosed(token))
                .map(token -> {
                    Span span = Spans.of(token);
                    Span opening = new Span(span.line(), span.column(), span.line(), span.column() + 2);
                    return DiagnosticCode.UNCLOSED_COMMENT.at(
                            opening, "this comment is never closed", "end it with '*/'");
                })
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isClosed(Token comment) {
        String text = comment.getText();
        return text.endsWith("*/") && text.length() >= "/**/".length();
    }

    private static void refuseIfAny(Source source, ImmutableList<Diagnostic> diagnostics) throws DiagnosticException {
        if (!diagnostics.isEmpty()) {
            throw new DiagnosticException(
                    source, diagnostics.subList(0, Math.min(MOST_DIAGNOSTICS, diagnostics.size())));
        }
    }

    private static DiagnosticException refusal(Source source, Diagnostic diagnostic) {
        return new DiagnosticException(source, ImmutableList.of(diagnostic));
    }
}
