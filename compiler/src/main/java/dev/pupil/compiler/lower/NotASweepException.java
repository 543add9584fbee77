package dev.pupil.compiler.lower;

import dev.pupil.grammar.source.Span;

/** Ends an attempt to make a sweep of something. Where the attempt was begun, it becomes a {@linkplain Attempt value}. */
public final class NotASweepException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Objection objection;

    public NotASweepException(Span span, String clause) {
        super(clause);
        this.objection = new Objection(span, clause);
    }

    Objection objection() {
        return objection;
    }
}
