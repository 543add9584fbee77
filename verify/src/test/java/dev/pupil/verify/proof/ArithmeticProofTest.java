package dev.pupil.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.filter.Part;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticProofTest {
    private static final Subject PARITY = Subjects.example("parity");

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "dictator", "disjunction", "duet", "parity", "stump", "xor"})
    void everyExampleIsExactInEveryFormat(String example) {
        Conclusion conclusion = ArithmeticProof.check(Subjects.example(example), Settings.DEFAULT);

        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
        assertThat(conclusion.evidence()).extracting(Evidence::strength).containsOnly(Strength.PROVED);
        assertThat(conclusion.evidence()).extracting(Evidence::statement).hasSize(4);
    }

    @Test
    void aSumThatBfloat16WouldRoundIsRefutedThoughItComputesTheRules() {
        // The lane is carried by relu(a + 2 + 1/64) - 2 - 1/64.
        Subject fine = Networks.with(
                Networks.with(PARITY, Part.CONVOLUTION_BIAS, 0, 2 + 1.0 / 64), Part.MIX_BIAS, 0, -2 - 1.0 / 64);

        assertThat(StepProof.check(fine, Settings.DEFAULT).verdict()).isEqualTo(new Verdict.Holds());
        assertThat(ArithmeticProof.check(fine, Settings.DEFAULT).verdict())
                .isEqualTo(new Verdict.Refuted(
                        Counterexample.of("unit 'lane#1' adds up multiples of 0.015625 to as much as 4.015625, which"
                                + " bfloat16 may have to round")));
    }
}
