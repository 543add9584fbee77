package dev.pupil.runtime.machine;

/** A text is no tape on which a machine can start. */
public final class TapeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reason, one sentence for users. */
    TapeException(String message) {
        super(message);
    }
}
