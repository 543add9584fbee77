package dev.pupil.cli;

/** A command can't do what it was asked for; the message says why, in one sentence for users. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
