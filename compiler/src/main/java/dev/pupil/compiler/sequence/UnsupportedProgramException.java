package dev.pupil.compiler.sequence;

import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/** A construct that can't be scheduled. */
final class UnsupportedProgramException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    UnsupportedProgramException(String code, Span span, String message, String help) {
        super(message);
        this.diagnostic = new Diagnostic(code, span, message, Optional.of(help));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
