package dev.pupil.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Subject XOR = Subjects.example("xor");
    private static final int CHANGES_OF_A_TENSOR = 12;

    @Test
    void aChangeIsHarmlessExactlyIfTheWholeProofHoldsWithIt() {
        Changes changes = Changes.of(XOR);
        SplittableRandom random = new SplittableRandom(1);
        int harmless = 0;
        for (Part part : Part.values()) {
            Tensor tensor = part.of(XOR.file().filter());
            for (int i = 0; i < CHANGES_OF_A_TENSOR; i++) {
                int index = random.nextInt(tensor.values().length());
                double value = tensor.values().get(index) + (random.nextBoolean() ? 1 : -1);
                boolean isHarmless =
                        changes.refute(new WeightChange(part, index, value)).isEmpty();
                assertThat(isHarmless)
                        .as("%s at %s of %s", value, index, part)
                        .isEqualTo(holds(Networks.with(XOR, part, index, value)));
                harmless += isHarmless ? 1 : 0;
            }
        }
        assertThat(harmless).as("harmless changes").isPositive();
    }

    private static boolean holds(Subject subject) {
        Verdict holds = new Verdict.Holds();
        return StepProof.check(subject, Settings.DEFAULT).verdict().equals(holds)
                && GradientProof.check(subject, Settings.DEFAULT).verdict().equals(holds);
    }

    @Test
    void changesAreJudgedTogetherAsOneByOne() {
        ImmutableList<WeightChange> some = WeightChange.all(XOR.file().filter()).stream()
                .filter(change -> change.index() % 7 == 0)
                .collect(ImmutableList.toImmutableList());
        Changes changes = Changes.of(XOR);

        assertThat(Changes.of(XOR).harmless(some))
                .containsExactlyInAnyOrderElementsOf(some.stream()
                        .filter(change -> changes.refute(change).isEmpty())
                        .toList());
    }

    @Test
    void noChangeIsHarmless() {
        double bias = XOR.file().filter().mixBias().values().get(0);

        assertThat(Changes.of(XOR).refute(new WeightChange(Part.MIX_BIAS, 0, bias)))
                .isEmpty();
    }

    @Test
    void aRefutedChangeIsShown() {
        assertThat(Changes.of(XOR).refute(new WeightChange(Part.MIX_BIAS, 0, 3)).orElseThrow())
                .satisfies(
                        shown -> assertThat(shown.summary())
                                .isEqualTo(
                                        "with 3.0 instead of -2.0 as number 0 of step.mix.bias, a value or a slope is wrong here"))
                .satisfies(shown -> assertThat(shown.neighbourhood()).isPresent());
    }

    @Test
    void changesOfAWrongNetworkCantBeJudged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Changes.of(Networks.with(XOR, Part.MIX_BIAS, 0, 3)))
                .withMessage("changes can be judged only of a network that is right");
    }
}
