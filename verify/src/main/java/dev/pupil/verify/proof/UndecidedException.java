package dev.pupil.verify.proof;

/** Neither a proof nor a counterexample can be had. */
final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UndecidedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why: a sentence without a full stop. */
    String reason() {
        return reason;
    }
}
