package dev.pupil.compiler.check.finding;

import dev.pupil.grammar.source.Diagnostic;
import java.util.Optional;

/** Leaves the statement or declaration in which something is wrong; whoever checks statements catches and reports it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Diagnostic> diagnostic;

    private Refusal(Optional<Diagnostic> diagnostic) {
        super(diagnostic.map(Diagnostic::message).orElse("reported already"), null, false, false);
        this.diagnostic = diagnostic;
    }

    public static Refusal of(Diagnostic diagnostic) {
        return new Refusal(Optional.of(diagnostic));
    }

    /** For what cannot be checked because something else, reported already, is wrong. */
    public static Refusal reportedAlready() {
        return new Refusal(Optional.empty());
    }

    public Optional<Diagnostic> diagnostic() {
        return diagnostic;
    }
}
