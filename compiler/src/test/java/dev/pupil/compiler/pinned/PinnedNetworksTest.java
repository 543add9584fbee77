package dev.pupil.compiler.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Every program is compiled to what it was, number for number, and where it isn't, the test says what has become larger.
 * After a change that is meant to change networks, run it with {@code -Dpupil.golden=write}, which says the same, and
 * keep the new pins if it is what was meant.
 */
final class PinnedNetworksTest {
    private static final boolean IS_WRITING = "write".equals(System.getProperty("pupil.golden"));

    @Test
    void everyProgramIsCompiledToWhatItWas() throws Exception {
        Pins was = Pins.kept();
        Pins is = Pins.compiled();
        if (IS_WRITING) {
            is.keep();
            System.out.println(was.report(is));
        } else {
            assertThat(was.changesTo(is)).withFailMessage(() -> was.report(is)).isEmpty();
        }
    }
}
