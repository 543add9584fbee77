package dev.pupil.verify.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeyTest {
    private static final Optional<Source> CLAIMED = Optional.of(new Source("a.pupil", "learner a"));

    @Test
    void whateverAFindingDependsOnChangesTheKey() {
        assertThat(ImmutableList.of(
                        Key.of("ab", CLAIMED, Settings.DEFAULT, Obligation.STEP, Set.of()),
                        Key.of("ac", CLAIMED, Settings.DEFAULT, Obligation.STEP, Set.of()),
                        Key.of("ab", Optional.empty(), Settings.DEFAULT, Obligation.STEP, Set.of()),
                        Key.of(
                                "ab",
                                Optional.of(new Source("a.pupil", "learner b")),
                                Settings.DEFAULT,
                                Obligation.STEP,
                                Set.of()),
                        Key.of(
                                "ab",
                                Optional.of(new Source("b.pupil", "learner a")),
                                Settings.DEFAULT,
                                Obligation.STEP,
                                Set.of()),
                        Key.of("ab", CLAIMED, new Settings(Effort.QUICK, false, 1), Obligation.STEP, Set.of()),
                        Key.of("ab", CLAIMED, new Settings(Effort.STANDARD, true, 1), Obligation.STEP, Set.of()),
                        Key.of("ab", CLAIMED, new Settings(Effort.STANDARD, false, 2), Obligation.STEP, Set.of()),
                        Key.of("ab", CLAIMED, Settings.DEFAULT, Obligation.MEANING, Set.of()),
                        Key.of("ab", CLAIMED, Settings.DEFAULT, Obligation.STEP, Set.of(EngineKind.BITS)),
                        Key.of("ab", CLAIMED, Settings.DEFAULT, Obligation.STEP, Set.of(EngineKind.ONNX))))
                .doesNotHaveDuplicates();
    }

    @Test
    void equalCircumstancesHaveEqualKeys() {
        assertThat(Key.of("ab", CLAIMED, Settings.DEFAULT, Obligation.STEP, Set.of()))
                .isEqualTo(Key.of("ab", CLAIMED, Settings.DEFAULT, Obligation.STEP, Set.of()));
    }
}
