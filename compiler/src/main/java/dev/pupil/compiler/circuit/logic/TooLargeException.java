package dev.pupil.compiler.circuit.logic;

/** A function that can't be written down within reasonable bounds. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A function is too large.
     *
     * @param message what there is too much of
     */
    public TooLargeException(String message) {
        super(message);
    }
}
