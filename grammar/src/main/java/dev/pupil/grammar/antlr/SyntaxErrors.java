package dev.pupil.grammar.antlr;

import static dev.pupil.grammar.antlr.PupilParser.*;

import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.source.Span;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what is wrong at a token that cannot go on, in terms of the language and never of the grammar's rules. */
final class SyntaxErrors {
    private SyntaxErrors() {}

    static Diagnostic explain(Parser parser, RecognitionException failure) {
        Token found = failure.getOffendingToken();
        Span span = Spans.of(found);
        return switch (found.getType()) {
            case HOLE -> DiagnosticCode.HOLE.at(span, "holes ('??') are not supported yet", "write a constant");
            case UNKNOWN -> unknownCharacter(found);
            case MALFORMED_NUMBER ->
                DiagnosticCode.MALFORMED_NUMBER.at(
                        span,
                        "a number runs into letters: " + Excerpt.quote(found.getText()),
                        "names start with a letter; there is no multiplication without '*'");
            case FOREIGN_WORD, FOREIGN_OPERATOR -> ForeignSyntax.explain(found);
            case ARROW ->
                isInMachine(failure)
                        ? explainExpectation(parser, failure, new Expected(failure), found)
                        : ForeignSyntax.explain(found);
            default -> explainExpectation(parser, failure, new Expected(failure), found);
        };
    }

    private static Diagnostic explainExpectation(
            Parser parser, RecognitionException failure, Expected expected, Token found) {
        Span span = Spans.of(found);
        Token previous = parser.getInputStream().LT(-1);
        if (found.getType() == Token.EOF) {
            Span end = previous == null ? span : Spans.after(previous);
            return DiagnosticCode.UNEXPECTED_END.at(
                    end, "the text ends where " + expected.inWords(failure) + " should follow");
        }
        if (expected.has(Token.EOF)) {
            return DiagnosticCode.TEXT_AFTER_LEARNER.at(
                    span,
                    "unexpected " + quote(found) + " after the end",
                    "a file holds one learner or machine; check the braces");
        }
        if (isUnclosedBlock(failure)) {
            return DiagnosticCode.UNEXPECTED.at(
                    span,
                    "expected a statement or '}', found " + quote(found),
                    "a block above this line is not closed");
        }
        if (found.getType() == ELSE && expected.has(RIGHT_BRACE)) {
            return DiagnosticCode.UNEXPECTED.at(span, "this 'else' has no 'if' before it");
        }
        if (found.getType() == RANGE && expected.has(SEMICOLON)) {
            return DiagnosticCode.UNEXPECTED.at(
                    span,
                    "expected ';', found '..'",
                    "a range that starts with a name needs parentheses: 'int (d)..m'");
        }
        if (found.getType() == ASSIGN && expected.inExpression() && !expected.has(RIGHT_BRACKET)) {
            return DiagnosticCode.ASSIGNMENT_OR_COMPARISON.at(
                    span, "'=' assigns and cannot stand inside an expression", "write '==' to compare");
        }
        if (found.getType() == EQUAL && expected.has(ASSIGN)) {
            return DiagnosticCode.ASSIGNMENT_OR_COMPARISON.at(
                    span, "'==' compares and cannot start a statement", "write '=' to assign");
        }
        if (isOrder(found) && expected.inExpression()) {
            return DiagnosticCode.CHAINED_COMPARISON.at(
                    span, "comparisons cannot be chained", "compare twice: '(a < b) & (b < c)'");
        }
        if (found.getType() == NAME && !expected.canStartExpression() && ForeignSyntax.isOperatorWord(found)) {
            return ForeignSyntax.explain(found);
        }
        if (previous != null
                && previous.getType() == NAME
                && previous.getText().equals("not")
                && found.getType() == NAME) {
            return ForeignSyntax.explain(previous);
        }
        if (expected.has(SEMICOLON) && previous != null && !expected.canStartExpression()) {
            boolean likelyForgotten = found.getLine() > previous.getLine() || found.getType() == RIGHT_BRACE;
            if (likelyForgotten) {
                return DiagnosticCode.MISSING_SEMICOLON.at(Spans.after(previous), "expected ';' after this");
            }
        }
        return DiagnosticCode.UNEXPECTED.at(span, "expected " + expected.inWords(failure) + ", found " + quote(found));
    }

    /** Whether a member of a learner starts where a block goes on: the block lacks its end. */
    static boolean isUnclosedBlock(RecognitionException failure) {
        return switch (failure.getOffendingToken().getType()) {
            case LEARN, PREDICT, PROCEDURE, MEMORY ->
                failure.getCtx() != null && failure.getCtx().getRuleIndex() == RULE_statement;
            default -> false;
        };
    }

    private static boolean isInMachine(RecognitionException failure) {
        RuleContext rule = failure.getCtx();
        while (rule != null && rule.getRuleIndex() != RULE_machine) {
            rule = rule.getParent();
        }
        return rule != null;
    }

    private static boolean isOrder(Token token) {
        return switch (token.getType()) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    private static Diagnostic unknownCharacter(Token found) {
        int character = found.getText().codePointAt(0);
        String name =
                "unexpected character %s (U+%04X)".formatted(Excerpt.quote(Character.toString(character)), character);
        Span whole = Spans.of(found);
        Span first = new Span(whole.line(), whole.column(), whole.line(), whole.column() + 1);
        return DiagnosticCode.UNKNOWN_CHARACTER.at(first, name);
    }

    private static String quote(Token token) {
        return Excerpt.quote(token.getText());
    }

    /** The tokens that could have gone on, put into words. */
    private record Expected(IntervalSet tokens) {
        Expected(RecognitionException failure) {
            this(failure.getExpectedTokens() == null ? new IntervalSet() : failure.getExpectedTokens());
        }

        boolean has(int type) {
            return tokens.contains(type);
        }

        boolean canStartExpression() {
            return has(NUMBER) && has(NOT);
        }

        /** Whether what was read could be (part of) an expression that has just ended. */
        boolean inExpression() {
            return !has(NAME) && !has(ASSIGN) && !tokens.isNil();
        }

        String inWords(RecognitionException failure) {
            int rule = failure.getCtx() == null ? -1 : failure.getCtx().getRuleIndex();
            if (rule == RULE_statement && has(IF)) {
                return "a statement";
            }
            if (rule == RULE_member && has(LEARN)) {
                return "'memory', 'learn', 'predict', 'procedure' or 'enum'";
            }
            if (rule == RULE_part && has(STATE)) {
                return "'symbols', 'blank', 'start', 'state', 'features', 'labels', 'query', 'answer' or 'steps'";
            }
            if (canStartExpression()) {
                return "an expression";
            }
            if (has(NUMBER) && has(MINUS)) {
                return "a number";
            }
            if (has(NUMBER) && has(NAME)) {
                return has(ELSE) ? "a transition" : "a symbol";
            }
            if (has(BIT)) {
                return has(EXAMPLE) ? "a parameter" : "a type";
            }
            if (has(ASSIGN) && has(ASSIGN_PLUS)) {
                return "an assignment";
            }
            if (has(NAME)) {
                return "a name";
            }
            return alternatives();
        }

        private String alternatives() {
            StringBuilder words = new StringBuilder();
            int count = tokens.size();
            for (int i = 0; i < count; i++) {
                String literal =
                        PupilParser.VOCABULARY.getDisplayName(tokens.toList().get(i));
                words.append(i == 0 ? "" : i == count - 1 ? " or " : ", ").append(literal);
            }
            return words.toString();
        }
    }
}
