package dev.pupil.compiler.weights;

/** A weight file can't be read: the message names the file and says what is wrong with it, in one line. */
public final class WeightFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong, one line for users. */
    WeightFileException(String message) {
        super(message);
    }

    /** What is wrong, one line for users, and what found it. */
    WeightFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
