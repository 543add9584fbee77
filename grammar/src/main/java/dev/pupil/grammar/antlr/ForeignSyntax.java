package dev.pupil.grammar.antlr;

import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Span;
import org.antlr.v4.runtime.Token;

/** What to write instead of the words and operators that other languages have and this one has not. */
final class ForeignSyntax {
    private ForeignSyntax() {}

    /** Whether a name is an operator elsewhere; here it may be a name. */
    static boolean isOperatorWord(Token name) {
        return switch (name.getText()) {
            case "and", "or", "xor" -> true;
            default -> false;
        };
    }

    static Diagnostic explain(Token token) {
        String text = token.getText();
        Span span = Spans.of(token);
        String message = "there is no '" + text + "' in Pupil";
        return switch (text) {
            case "&&", "and" -> DiagnosticCode.FOREIGN.at(span, message, "write '&'");
            case "||", "or" -> DiagnosticCode.FOREIGN.at(span, message, "write '|'");
            case "xor" -> DiagnosticCode.FOREIGN.at(span, message, "write '^'");
            case "not", "~" -> DiagnosticCode.FOREIGN.at(span, message, "write '!'");
            case "true" -> DiagnosticCode.FOREIGN.at(span, message, "write '1'");
            case "false" -> DiagnosticCode.FOREIGN.at(span, message, "write '0'");
            case "bool", "boolean" -> DiagnosticCode.FOREIGN.at(span, message, "write 'bit'");
            case "float", "double" ->
                DiagnosticCode.FOREIGN.at(span, message, "write 'int', or 'int -8..7' for a small integer");
            case "void", "function" -> DiagnosticCode.FOREIGN.at(span, message, "write 'procedure'");
            case "var", "let" -> DiagnosticCode.FOREIGN.at(span, message, "start with a type: 'bit' or 'int'");
            case "while", "do" ->
                DiagnosticCode.FOREIGN.at(
                        span, message, "every loop is bounded: write 'for j in 0..d { ... }', and 'break' to leave it");
            case "++" -> DiagnosticCode.FOREIGN.at(span, message, "write '+= 1'");
            case "--" -> DiagnosticCode.FOREIGN.at(span, message, "write '-= 1', or '- -' with a space");
            case "===" -> DiagnosticCode.FOREIGN.at(span, message, "write '=='");
            case "!==", "<>" -> DiagnosticCode.FOREIGN.at(span, message, "write '!='");
            case ":=" -> DiagnosticCode.FOREIGN.at(span, message, "write '='");
            case "...", "..=" ->
                DiagnosticCode.FOREIGN.at(span, message, "write '..'; a loop's range does not include its end");
            default -> DiagnosticCode.FOREIGN.at(span, message);
        };
    }
}
