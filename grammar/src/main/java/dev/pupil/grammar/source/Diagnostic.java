package dev.pupil.grammar.source;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;

/**
 * One message about one place in a program.
 *
 * @param code stable code, {@code PUP} and four digits
 * @param span the text the message is about
 * @param message one plain sentence without a final full stop
 * @param help what to write instead, if that can be said
 */
public record Diagnostic(String code, Span span, String message, Optional<String> help) {
    public Diagnostic {
        checkArgument(code.matches("PUP\\d{4}"), "not a diagnostic code: %s", code);
        checkArgument(!message.isBlank(), "a diagnostic has a message");
    }
}
