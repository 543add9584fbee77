package dev.pupil.compiler.lower.sweep;

/** Says why a loop is not one wave. */
public final class NotAWaveException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    NotAWaveException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The reason, as a clause. */
    public String reason() {
        return reason;
    }
}
