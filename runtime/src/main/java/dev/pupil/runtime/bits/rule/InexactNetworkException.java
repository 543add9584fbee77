package dev.pupil.runtime.bits.rule;

/** A network's weights are such that its channels can't be held as bits. */
public final class InexactNetworkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** A refusal with its reason. */
    public InexactNetworkException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong with which unit or channel: a sentence without its full stop, for users. */
    public String reason() {
        return reason;
    }
}
