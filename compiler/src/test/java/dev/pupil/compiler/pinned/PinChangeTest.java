package dev.pupil.compiler.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PinChangeTest {
    private static final String ONE = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);

    @Test
    void theSameIsNoChange() {
        Pin pin = Pin.parse("p: way waves; steps m + d; units 12");

        assertThat(PinChange.between(pin, pin)).isEmpty();
    }

    @Test
    void whatGrewIsLarger() {
        assertThat(change("units 12; weights " + ONE, "units 15; weights " + OTHER))
                .isEqualTo("p: larger: units 12 -> 15 (+3), other weights");
    }

    @Test
    void whatShrankIsSmaller() {
        assertThat(change("steps 2*m + d; units 12", "steps m + d; units 12"))
                .isEqualTo("p: smaller: steps 2*m + d -> m + d (-32)");
    }

    @Test
    void moreOfOneForLessOfAnotherIsBoth() {
        assertThat(change("units 12; nonzero 70", "units 11; nonzero 80"))
                .isEqualTo("p: larger and smaller: units 12 -> 11 (-1), nonzero 70 -> 80 (+10)");
    }

    @Test
    void otherNamesAndOtherNumbersAreOfTheSameSize() {
        assertThat(change("weights " + ONE + "; file " + ONE, "weights " + ONE + "; file " + OTHER))
                .isEqualTo("p: same size: other file");
    }

    @Test
    void whatIsRefusedNowIsTold() {
        assertThat(change("way waves; units 12", "refused PUP0304"))
                .isEqualTo("p: same size: way waves -> none, units 12 -> none, refused none -> PUP0304");
    }

    @Test
    void aPinComesBackFromItsLine() {
        String line = "generated/waves/007: way waves; steps max(m, d) + 3; fields 4; automaton " + ONE;

        assertThat(Pin.parse(line).text()).isEqualTo(line);
    }

    private static String change(String was, String is) {
        return PinChange.between(Pin.parse("p: " + was), Pin.parse("p: " + is))
                .orElseThrow()
                .toString();
    }
}
