package dev.pupil.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

final class EstablishedTest {
    @Test
    void eachStrengthHasALineAndCasesOfAKindAreAddedUp() {
        assertThat(Established.of(ImmutableList.of(
                        new Evidence(Strength.EXHAUSTED, "d = 1", 4, "data sets"),
                        new Evidence(Strength.TESTED, "seed 1", 10, "queries"),
                        new Evidence(Strength.EXHAUSTED, "d = 2", 16, "data sets"),
                        new Evidence(Strength.EXHAUSTED, "all sizes", 1, "sizes"))))
                .containsExactly(
                        new Established(Strength.EXHAUSTED, "20 data sets, 1 size"),
                        new Established(Strength.TESTED, "10 queries"));
    }

    @Test
    void whatThereIsNoneOfIsLeftOutUnlessThereIsNothingElse() {
        assertThat(Established.of(ImmutableList.of(
                        new Evidence(Strength.CHECKED, "memory", 0, "rows"),
                        new Evidence(Strength.CHECKED, "labels", 3, "channels"),
                        new Evidence(Strength.TESTED, "nothing", 0, "queries"))))
                .containsExactly(
                        new Established(Strength.CHECKED, "3 channels"), new Established(Strength.TESTED, "0 queries"));
    }
}
