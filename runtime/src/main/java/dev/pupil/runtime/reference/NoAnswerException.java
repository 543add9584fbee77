package dev.pupil.runtime.reference;

/** A machine was asked and has not answered, because it does not do what its author says of it. */
public final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
        super(message);
    }
}
