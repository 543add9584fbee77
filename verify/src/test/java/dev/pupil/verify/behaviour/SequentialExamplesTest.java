package dev.pupil.verify.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.verify.proof.Proofs;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.Subject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are carried out one instruction after the other, with wide integers. */
class SequentialExamplesTest {
    private static final Settings QUICK = new Settings(Effort.QUICK, false, 1);

    @ParameterizedTest
    @ValueSource(strings = {"majority", "halving"})
    void whatIsProvedOfWavesIsProvedOfSequencesAndTheyAreWatchedAndComparedAsWell(String example) {
        Subject subject = Subjects.example(example);
        Map<Obligation, Check> checks = ImmutableMap.<Obligation, Check>builder()
                .putAll(new Proofs().checks())
                .put(Obligation.DEPTH, new DepthCheck())
                .put(Obligation.MEANING, new MeaningCheck())
                .buildOrThrow();

        checks.forEach(
                (obligation, check) -> assertThat(check.check(subject, QUICK).verdict())
                        .as("%s", obligation)
                        .isEqualTo(new Verdict.Holds()));
    }

    /** In so many steps derivatives grow beyond 2^128, although none of them may reach memory. */
    @Test
    void fullMemoryIsLeftAloneHoweverLargeDerivativesBecomeElsewhere() {
        assertThat(new TrainingCheck().check(Subjects.example("nearest"), QUICK))
                .satisfies(conclusion -> {
                    assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
                    assertThat(conclusion.evidence()).extracting(Evidence::kind).contains("gradients");
                });
    }

    @Test
    void deepProgramsAreWatchedOnFewerSizes() {
        Subject subject = Subjects.example("xor");
        Work little = Work.of(subject);
        Work much = new Work(little.geometry(), 1_000_000);

        assertThat(DepthData.of(QUICK, little)).isEqualTo(new DepthData(4, 32, 1, 1, 24, 1));
        assertThat(DepthData.of(QUICK, much)).satisfies(fewer -> {
            assertThat(fewer.side()).isEqualTo(2);
            assertThat(fewer.largest()).isLessThan(24);
        });
        assertThat(much.affordable(DepthData.of(QUICK, little).grid(), sizes -> 1, 0))
                .containsExactly(new Sizes(1, 1));
    }
}
