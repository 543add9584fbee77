package dev.pupil.compiler.circuit;

import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.logic.TooLargeException;
import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/** A field's next value is too much for one step of a network of reasonable size. */
public final class RuleTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The code of its message. */
    public static final String CODE = "PUP0701";

    private static final Span BEGINNING = new Span(1, 1, 1, 1);

    private final transient Diagnostic diagnostic;

    RuleTooLargeException(Field field, TooLargeException cause) {
        super(cause.getMessage(), cause);
        this.diagnostic = new Diagnostic(
                CODE,
                field.origin().span().orElse(BEGINNING),
                "the new value of " + field.meaning() + " is too much for one step of the network: "
                        + cause.getMessage(),
                Optional.of("use smaller ranges, or compute it from fewer values at a time"));
    }

    /** What to tell the author of the program. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
