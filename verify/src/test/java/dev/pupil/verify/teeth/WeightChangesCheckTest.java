package dev.pupil.verify.teeth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.verify.behaviour.Subjects;
import dev.pupil.verify.proof.GradientProof;
import dev.pupil.verify.proof.StepProof;
import dev.pupil.verify.proof.WeightChange;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.Subject;
import org.junit.jupiter.api.Test;

class WeightChangesCheckTest {
    private static final Subject XOR = Subjects.example("xor");
    private static final Settings QUICK = new Settings(Effort.QUICK, false, 1);
    private static final Check REFUTES_ALL = (subject, settings) -> Conclusion.refuted(Counterexample.of("no"));
    private static final Check HOLDS_ALWAYS = (subject, settings) -> Conclusion.holds();
    private static final Check KNOWS_NOTHING = (subject, settings) -> Conclusion.undecided("too hard");

    @Test
    void everyChangeOfEveryNumberIsJudged() {
        Conclusion conclusion = check(ImmutableMap.of(
                Obligation.STEP, StepProof::check,
                Obligation.GRADIENT, GradientProof::check));

        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
        assertThat(conclusion.evidence().getFirst()).satisfies(evidence -> {
            assertThat(evidence.strength()).isEqualTo(Strength.EXHAUSTED);
            assertThat(evidence.cases())
                    .isEqualTo(WeightChange.all(XOR.file().filter()).size());
            assertThat(evidence.statement()).contains("refuted by V2 or V4", "proved harmless");
        });
        assertThat(conclusion.evidence().getLast()).satisfies(evidence -> {
            assertThat(evidence.strength()).isEqualTo(Strength.TESTED);
            assertThat(evidence.cases()).isEqualTo(4);
        });
    }

    @Test
    void aNumberBecomesEachOfTheOthersOnce() {
        Filter filter = XOR.file().filter();
        int one = filter.convolutionWeight().values().indexOf(1);
        int zero = filter.convolutionWeight().values().indexOf(0);

        assertThat(WeightChange.all(filter))
                .filteredOn(change -> change.part() == Part.CONVOLUTION_WEIGHT && change.index() == one)
                .extracting(WeightChange::value)
                .containsExactly(2.0, 0.0, -1.0);
        assertThat(WeightChange.all(filter))
                .filteredOn(change -> change.part() == Part.CONVOLUTION_WEIGHT && change.index() == zero)
                .extracting(WeightChange::value)
                .containsExactly(1.0, -1.0);
    }

    @Test
    void aHarmfulChangeThatNoCheckNoticesIsReported() {
        assertThat(summary(check(ImmutableMap.of(Obligation.STEP, HOLDS_ALWAYS))))
                .startsWith("no check notices ");
    }

    @Test
    void aHarmlessChangeThatACheckRefutesIsReported() {
        assertThat(summary(check(ImmutableMap.of(Obligation.STEP, REFUTES_ALL))))
                .endsWith(" was judged harmless, but V2 says: no");
    }

    @Test
    void aCheckThatCantSayLeavesItOpen() {
        assertThat(check(ImmutableMap.of(Obligation.STEP, KNOWS_NOTHING)).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        undecided -> assertThat(undecided.reason())
                                .startsWith("V2 can't say whether ")
                                .endsWith(" matters: too hard"));
    }

    private static Conclusion check(ImmutableMap<Obligation, Check> checks) {
        return new WeightChangesCheck(checks).check(XOR, QUICK);
    }

    private static String summary(Conclusion conclusion) {
        return ((Verdict.Refuted) conclusion.verdict()).counterexample().summary();
    }
}
