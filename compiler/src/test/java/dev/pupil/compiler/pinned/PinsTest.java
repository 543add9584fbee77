package dev.pupil.compiler.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import org.junit.jupiter.api.Test;

final class PinsTest {
    private static final Pin ONE = Pin.parse("one: way waves; units 12");
    private static final Pin LARGER = Pin.parse("one: way waves; units 13");
    private static final Pin OTHER = Pin.parse("other: way walk; units 5");

    @Test
    void whatComesAndGoesIsToldAsWhatGrows() {
        Pins was = new Pins(ImmutableSortedMap.of("one", ONE));
        Pins is = new Pins(ImmutableSortedMap.of("one", LARGER, "other", OTHER));

        assertThat(was.changesTo(is)).containsExactly("one: larger: units 12 -> 13 (+1)", "other: new");
        assertThat(is.changesTo(was)).containsExactly("one: smaller: units 13 -> 12 (-1)", "other: gone");
        assertThat(was.report(is)).startsWith("2 of 2 programs").contains("all units: 12 -> 18 (+6)");
    }

    @Test
    void theLoweringOfANetworkOfAnotherSizeCanBeTheSame() {
        Pins was = new Pins(ImmutableSortedMap.of("one", ONE));
        Pins is = new Pins(ImmutableSortedMap.of("one", LARGER));

        assertThat(was.ofLowering().changesTo(is.ofLowering())).isEmpty();
    }
}
