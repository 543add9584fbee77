package dev.pupil.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepProofTest {
    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "dictator", "disjunction", "duet", "parity", "stump", "xor"})
    void everyExamplesNetworkComputesItsRules(String example) {
        assertThat(StepProof.check(Subjects.example(example), Settings.DEFAULT).verdict())
                .isEqualTo(new Verdict.Holds());
    }
}
