package dev.pupil.verify.teeth;

import dev.pupil.verify.report.Obligation;

/** What became of a changed file. */
public sealed interface Fate {
    /**
     * A check has refuted it, as it should.
     *
     * @param by which
     * @param summary what it says
     */
    record Refuted(Obligation by, String summary) implements Fate {}

    /**
     * No check has refuted it, and none had to.
     *
     * @param reason why it does no harm, as a clause
     */
    record Harmless(String reason) implements Fate {}

    /** No check has refuted it, although one should have. */
    record Survived() implements Fate {}

    /**
     * A check could not decide.
     *
     * @param by which
     * @param reason why not
     */
    record Undecided(Obligation by, String reason) implements Fate {}
}
