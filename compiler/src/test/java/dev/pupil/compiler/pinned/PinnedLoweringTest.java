package dev.pupil.compiler.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Says in seconds whether a change of a lowering changes what programs are lowered to; networks take longer. */
@DisabledIfSystemProperty(
        named = "pupil.golden",
        matches = "write",
        disabledReason = "the test of networks renews the pins, of the lowering, too")
final class PinnedLoweringTest {
    @Test
    void everyProgramIsLoweredToWhatItWas() throws Exception {
        Pins was = Pins.kept().ofLowering();
        Pins is = Pins.lowered();

        assertThat(was.changesTo(is)).withFailMessage(() -> was.report(is)).isEmpty();
    }
}
