package dev.pupil.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Report;
import dev.pupil.verify.subject.Settings;

/** A project's test of its own learner. */
final class LastTest {

    @VerifyConstruction(
            value = "last.pupil",
            effort = Settings.Effort.QUICK,
            obligations = {Obligation.STEP, Obligation.DEPTH, Obligation.MEANING})
    void theNetworkDoesWhatItsProgramSays(Finding finding, Report report) {
        assertThat(finding.holds()).isTrue();
        assertThat(report.findings()).contains(finding);
        assertThat(report.subject()).isEqualTo("last.pupil");
    }
}
