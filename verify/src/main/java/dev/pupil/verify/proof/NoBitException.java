package dev.pupil.verify.proof;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.text.TermText;

/** A term that must be 0 or 1 can have another value. */
final class NoBitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Term term;

    NoBitException(Term term) {
        super("a term should be a bit");
        this.term = term;
    }

    /** Which: a sentence without a full stop. */
    String reason() {
        return "'%s' should be a bit, but can have other values than 0 and 1"
                .formatted(TermText.print(term).strip());
    }
}
