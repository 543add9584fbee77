package dev.pupil.verify.teeth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.behaviour.Subjects;
import dev.pupil.verify.proof.StepProof;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.Subject;
import org.junit.jupiter.api.Test;

class CorruptionsCheckTest {
    private static final Subject XOR = Subjects.example("xor");
    private static final ImmutableMap<Obligation, Check> PROOF = ImmutableMap.of(Obligation.STEP, StepProof::check);

    @Test
    void everyWrongLabelSizeCodeAndProgramIsRefutedOrHarmless() {
        Source other = Subjects.example("dictator").file().source();

        Settings thorough = new Settings(Effort.THOROUGH, false, 1);

        Conclusion conclusion = new CorruptionsCheck(PROOF, ImmutableList.of(other)).check(XOR, thorough);

        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
        assertThat(conclusion.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.strength()).isEqualTo(Strength.EXHAUSTED);
            assertThat(evidence.cases()).isGreaterThan(200);
            assertThat(evidence.statement())
                    .contains("refuted by V1", "refuted by V2")
                    .doesNotContain("not noticed");
        });
    }

    @Test
    void aSampleIsCalledTested() {
        Settings quick = new Settings(Effort.QUICK, false, 1);

        assertThat(new CorruptionsCheck(PROOF, ImmutableList.of())
                        .check(XOR, quick)
                        .evidence())
                .singleElement()
                .satisfies(evidence -> {
                    assertThat(evidence.strength()).isEqualTo(Strength.TESTED);
                    assertThat(evidence.cases()).isEqualTo(40);
                    assertThat(evidence.statement()).contains("chosen with seed 1");
                });
    }

    @Test
    void whatNoCheckNoticesIsReported() {
        Conclusion conclusion =
                new CorruptionsCheck(ImmutableMap.of(), ImmutableList.of()).check(XOR, Settings.DEFAULT);

        assertThat(conclusion.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        refuted ->
                                assertThat(refuted.counterexample().summary()).startsWith("no check notices that "));
    }

    @Test
    void theSameFileHasTheSameCorruptions() {
        assertThat(names()).isEqualTo(names()).doesNotHaveDuplicates();
    }

    private static ImmutableList<String> names() {
        return new Corruptions(XOR.file(), ImmutableList.of())
                .all().stream().map(Corruption::name).collect(ImmutableList.toImmutableList());
    }
}
