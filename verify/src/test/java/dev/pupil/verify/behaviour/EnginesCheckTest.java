package dev.pupil.verify.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Part;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class EnginesCheckTest {
    private static final Settings QUICK = new Settings(Effort.QUICK, false, 1);
    private static final Subject CONJUNCTION = Subjects.example("conjunction");

    @Test
    void allEnginesPredictWhatAnExampleMeans() {
        Conclusion conclusion = new EnginesCheck().check(CONJUNCTION, QUICK);

        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
        assertThat(conclusion.evidence())
                .hasSize(EngineKind.values().length)
                .extracting(Evidence::strength)
                .containsOnly(Strength.TESTED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"REFERENCE", "AUTOMATON"})
    void weightsWithAnotherOutputAreRefutedOnTheSmallestData(EngineKind engine) {
        Counterexample found =
                refutation(engine, Subjects.withNumber(CONJUNCTION, Part.HEAD_OUTPUT_WEIGHT, 2, value -> -value));

        assertThat(found.data().orElseThrow().toString())
                .matches("[01],[01]\\n# query [01]\\n# reference says 1; " + engine
                        + " says the network is broken: its output for query 1 is -3.0, not 1 or -1\\n");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"REFERENCE", "AUTOMATON"})
    void weightsThatLeaveTheirBitsAreRefutedAndNothingBreaks(EngineKind engine) {
        assertThat(refutation(engine, Subjects.withNumber(CONJUNCTION, Part.MIX_BIAS, 3, value -> value + 1000))
                        .data())
                .isPresent();
    }

    @Test
    void anEngineThatRefusesTheWeightsIsRefutedWithItsReason() {
        Subject fine = Subjects.withNumber(CONJUNCTION, Part.CONVOLUTION_BIAS, 0, value -> value + 0.1);

        assertThat(refutation(EngineKind.ONNX, fine).summary())
                .contains("onnx says ONNX Runtime convolves in single precision only");
        assertThat(refutation(EngineKind.BITS, fine).summary())
                .contains("bits says the network can't be executed on bits");
    }

    private static Counterexample refutation(EngineKind engine, Subject subject) {
        return Refutations.counterexample(new EnginesCheck(ImmutableList.of(engine)).check(subject, QUICK));
    }
}
