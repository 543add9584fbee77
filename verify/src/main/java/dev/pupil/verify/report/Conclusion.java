package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;

/**
 * What a check leads to.
 *
 * @param evidence what was established, also before something was refuted
 * @param verdict what that means for the obligation
 */
public record Conclusion(ImmutableList<Evidence> evidence, Verdict verdict) {
    /** The obligation holds. */
    public static Conclusion holds(Evidence... evidence) {
        return new Conclusion(ImmutableList.copyOf(evidence), new Verdict.Holds());
    }

    /** It does not. */
    public static Conclusion refuted(Counterexample counterexample, Evidence... evidence) {
        return new Conclusion(ImmutableList.copyOf(evidence), new Verdict.Refuted(counterexample));
    }

    /** Nobody knows. */
    public static Conclusion undecided(String reason, Evidence... evidence) {
        return new Conclusion(ImmutableList.copyOf(evidence), new Verdict.Undecided(reason));
    }
}
