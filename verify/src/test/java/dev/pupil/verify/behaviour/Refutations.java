package dev.pupil.verify.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Verdict;

/** What refuted conclusions say. */
final class Refutations {
    private Refutations() {}

    /** The summary of what a conclusion was refuted by. */
    static String of(Conclusion conclusion) {
        return counterexample(conclusion).summary();
    }

    /** What a conclusion was refuted by. */
    static Counterexample counterexample(Conclusion conclusion) {
        assertThat(conclusion.verdict()).isInstanceOf(Verdict.Refuted.class);
        return ((Verdict.Refuted) conclusion.verdict()).counterexample();
    }
}
