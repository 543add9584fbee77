package dev.pupil.runtime.bits;

/** A channel has left its two values: the network is none of bits. */
final class EscapeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int image;

    /**
     * An escape.
     *
     * @param reason which channel became what, where and when: a sentence's end
     * @param image in which image
     */
    EscapeException(String reason, int image) {
        super(reason);
        this.reason = reason;
        this.image = image;
    }

    String reason() {
        return reason;
    }

    int image() {
        return image;
    }
}
