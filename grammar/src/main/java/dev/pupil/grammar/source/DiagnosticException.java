package dev.pupil.grammar.source;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** A program was refused: it holds every diagnostic found, in source order. */
public final class DiagnosticException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Source source;
    private final transient ImmutableList<Diagnostic> diagnostics;

    /**
     * Refuses {@code source}.
     *
     * @param diagnostics at least one
     */
    public DiagnosticException(Source source, ImmutableList<Diagnostic> diagnostics) {
        super(diagnostics.stream()
                .map(d -> source.name() + ":" + d.span() + ": " + d.code() + ": " + d.message())
                .collect(Collectors.joining("\n")));
        checkArgument(!diagnostics.isEmpty(), "a refusal has a reason");
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** The refused text. */
    public Source source() {
        return source;
    }

    /** Why, in source order; never empty. */
    public ImmutableList<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
