package dev.pupil.compiler.lower.processor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.program.size.Magnitude;
import dev.pupil.compiler.program.size.Sizes;
import org.junit.jupiter.api.Test;

class SignRowTest {
    @Test
    void everyValueHasItsSignThere() {
        for (int features = 0; features <= 5; features++) {
            for (int examples = 0; examples <= 5; examples++) {
                for (int constant = 0; constant <= 20; constant++) {
                    SignRow row = SignRow.of(new Magnitude(features, examples, constant, 0, 1));
                    for (int d = 1; d <= 9; d++) {
                        for (int m = 1; m <= 9; m++) {
                            long largest = ((long) features * d) + ((long) examples * m) + constant;
                            assertThat(1L << row.row().at(new Sizes(d, m)))
                                    .as("%s where d is %s and m is %s", row, d, m)
                                    .isGreaterThan(largest);
                        }
                    }
                }
            }
        }
    }

    @Test
    void itIsAsDeepAsThereAreDigits() {
        assertThat(SignRow.of(new Magnitude(8, 0, 5, 0, 1)).row()).hasToString("bits(d + 1) + 3");
        assertThat(SignRow.of(new Magnitude(1, 3, 0, 0, 1)).row()).hasToString("bits(m + d + 1) + 2");
        assertThat(SignRow.of(Magnitude.of(1)).row()).hasToString("1");
        assertThat(SignRow.of(Magnitude.of(100)).row()).hasToString("8");
    }
}
