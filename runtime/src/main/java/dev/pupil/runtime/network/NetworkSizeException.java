package dev.pupil.runtime.network;

/** A network's images do not fit in memory. */
public final class NetworkSizeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** A refusal with its reason. */
    NetworkSizeException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** How large the images are, a sentence without its full stop, for users. */
    public String reason() {
        return reason;
    }
}
