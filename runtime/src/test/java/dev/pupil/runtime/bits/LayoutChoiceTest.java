package dev.pupil.runtime.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.Examples;
import dev.pupil.runtime.bits.kernel.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A layout is as large as the network's images, and no larger than memory. */
@ExtendWith(Examples.Resolver.class)
class LayoutChoiceTest {
    private static final int LANES = 8;

    private final BitsProgram program;

    LayoutChoiceTest(Examples examples) throws Exception {
        this.program = BitsProgram.of(examples.compiled("parity").filter());
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "64,128,1000", "512,1024,10", "3,2000,1", "2000,3,100000"})
    void everyLayoutHasTheSizeOfTheImage(int features, int examples, int queries) {
        LayoutChoice choice = new LayoutChoice(program, new Sizes(features, examples));
        Layout layout = choice.best(queries, 2, LANES, Double.MAX_VALUE);
        assertThat(layout.rows()).isEqualTo(Math.max(examples, features) + 1);
        assertThat(layout.columns()).isEqualTo(features + 1);
        assertThat((double) layout.words())
                .as("words that were expected")
                .isLessThanOrEqualTo(choice.words(layout.imagesPerWord(), layout.wordsPerPixel()));
    }

    @Test
    void manyQueriesOnALargeImageGetALayoutThatFitsIntoMemory() {
        LayoutChoice choice = new LayoutChoice(program, new Sizes(1000, 1000));
        for (int images = 1; images <= 512; images *= 2) {
            double memory = choice.words(1, 1) * images;
            assertThat(choice.isPossible(memory)).isTrue();
            assertThat((double) choice.best(100_000, 2, LANES, memory).words()).isLessThanOrEqualTo(memory);
        }
    }

    @Test
    void anImageThatDoesNotFitIntoMemoryHasNoLayout() {
        LayoutChoice choice = new LayoutChoice(program, new Sizes(1000, 1000));
        assertThat(choice.isPossible(choice.words(1, 1) - 1)).isFalse();
    }

    @Test
    void anImageThatNoArrayHoldsHasNoLayout() {
        LayoutChoice choice = new LayoutChoice(program, new Sizes(1_000_000, 1_000_000));
        assertThat(choice.isPossible(Double.MAX_VALUE)).isFalse();
    }
}
