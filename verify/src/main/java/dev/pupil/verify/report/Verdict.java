package dev.pupil.verify.report;

import java.util.Optional;

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

    /** What people read: the word, and how far it goes. */
    default String text() {
        return this instanceof Holds holds
                ? word() + holds.limit().map(limit -> " " + limit).orElse("")
                : word();
    }

    /**
     * It holds, as the evidence says.
     *
     * @param limit how far, where that is not for good: {@code up to the sizes tried}
     */
    record Holds(Optional<String> limit) implements Verdict {
        /** It holds for good. */
        public Holds() {
            this(Optional.empty());
        }
    }

    /** It does not hold. */
    record Refuted(Counterexample counterexample) implements Verdict {}

    /**
     * Neither is known.
     *
     * @param reason one sentence without a full stop
     */
    record Undecided(String reason) implements Verdict {}
}
