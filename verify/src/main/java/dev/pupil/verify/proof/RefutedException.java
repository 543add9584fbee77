package dev.pupil.verify.proof;

import dev.pupil.verify.report.Counterexample;

/** What was to be proved does not hold. */
final class RefutedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Counterexample counterexample;

    RefutedException(Counterexample counterexample) {
        super(counterexample.summary());
        this.counterexample = counterexample;
    }

    RefutedException(String summary) {
        this(Counterexample.of(summary));
    }

    /** What is wrong: a sentence without a full stop. */
    String summary() {
        return counterexample.summary();
    }

    Counterexample counterexample() {
        return counterexample;
    }
}
