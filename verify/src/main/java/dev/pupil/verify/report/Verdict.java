package dev.pupil.verify.report;

/** What came of checking an obligation. */
public sealed interface Verdict {
    /** The word that reports use: {@code holds}, {@code refuted} or {@code undecided}. */
    default String word() {
        return switch (this) {
            case Holds holds -> "holds";
            case Refuted refuted -> "refuted";
            case Undecided undecided -> "undecided";
        };
    }

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
