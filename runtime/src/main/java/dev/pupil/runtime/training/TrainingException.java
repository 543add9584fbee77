package dev.pupil.runtime.training;

/** A network can't be trained; the message says why in one sentence for users. */
public final class TrainingException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A refusal with its reason. */
    TrainingException(String message) {
        super(message);
    }
}
