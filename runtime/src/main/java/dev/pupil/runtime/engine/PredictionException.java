package dev.pupil.runtime.engine;

/** A network can't predict: its memory is not full, the widths differ, or its file does not hold what an engine needs. */
public class PredictionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A refusal with its reason, one sentence for users. */
    public PredictionException(String message) {
        super(message);
    }
}
