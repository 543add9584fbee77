package dev.pupil.verify.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.filter.Part;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingCheckTest {
    private static final Settings QUICK = new Settings(Effort.QUICK, false, 1);
    private static final Subject XOR = Subjects.example("xor");

    @ParameterizedTest
    @ValueSource(strings = {"xor", "parity"})
    void sgdWritesTheExamplesIntoAnExamplesMemory(String name) {
        Conclusion conclusion = new TrainingCheck().check(Subjects.example(name), QUICK);

        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
        assertThat(conclusion.evidence()).extracting(Evidence::strength).containsOnly(Strength.TESTED);
        assertThat(conclusion.evidence().getFirst().statement()).endsWith("largest deviation 0.0");
    }

    @Test
    void aDoubledGradientIsRefuted() {
        Subject doubled = Subjects.withNumber(
                Subjects.withNumber(XOR, Part.HEAD_OUTPUT_WEIGHT, 0, value -> 2 * value),
                Part.HEAD_OUTPUT_WEIGHT,
                1,
                value -> 2 * value);

        assertThat(refutation(doubled))
                .matches("for d = 2 and m = 3 memory.weight\\[0, 0] is -?2.0 after 1 updates, not -?1.0");
    }

    @Test
    void anOutputWhileMemoryIsFilledIsRefuted() {
        Subject loud = Subjects.withNumber(XOR, Part.HEAD_OUTPUT_WEIGHT, 0, value -> 2 * value);

        assertThat(refutation(loud))
                .isEqualTo("for d = 2 and m = 3 the output is 3.0, not 0, with 0 of 4 rows of memory filled");
    }

    @Test
    void aLaneThatDriftsIsRefuted() {
        assertThat(refutation(Subjects.withNumber(XOR, Part.MIX_BIAS, 0, value -> value + 1)))
                .startsWith("for d = 2 and m = 3 ");
    }

    private static String refutation(Subject subject) {
        return Refutations.of(new TrainingCheck().check(subject, QUICK));
    }
}
