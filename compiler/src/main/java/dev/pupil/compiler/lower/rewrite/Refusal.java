package dev.pupil.compiler.lower.rewrite;

import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/**
 * A construct that the wavefront lowering can't take. It ends one attempt; if no attempt succeeds, the lowering reports
 * the last one's refusal.
 */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    public Refusal(RefusalCode code, Span span, String message, String help) {
        super(message);
        this.diagnostic = new Diagnostic(code.code(), span, message, Optional.of(help));
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
