package dev.pupil.verify.report;

/** What came of checking an obligation. */
public sealed interface Verdict {
    /** It holds, as the evidence says. */
    record Holds() implements Verdict {}

    /** It does not hold. */
    record Refuted(Counterexample counterexample) implements Verdict {}

    /**
     * Neither is known.
     *
     * @param reason one sentence without a full stop
     */
    record Undecided(String reason) implements Verdict {}
}
