package dev.pupil.runtime.engine;

/** An engine can't be started on this machine, whatever it is asked: its native library can't be loaded. */
public final class EngineUnavailableException extends PredictionException {
    private static final long serialVersionUID = 1L;

    /** The reason, one sentence for users. */
    public EngineUnavailableException(String message) {
        super(message);
    }
}
