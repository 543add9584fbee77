package dev.pupil.runtime.bits;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pupil.runtime.Examples;
import dev.pupil.runtime.bits.KernelSupply.Choice;
import dev.pupil.runtime.bits.kernel.Kernels;
import dev.pupil.runtime.bits.kernel.Layout;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However many images lie side by side, with whichever kernel: each is computed as if it were alone. */
@ExtendWith(Examples.Resolver.class)
class LayoutsTest {
    private static final int STEPS = 20;
    private static final int STEPS_OF_VECTORS = 10;

    private final BitsProgram program;
    private final Lanes lanes;

    LayoutsTest(Examples examples) throws Exception {
        this.program = BitsProgram.of(examples.compiled("parity").filter());
        this.lanes = new Lanes(new Random(3), program.filter().geometry());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64})
    void imagesDoNotTouchEachOther(int imagesPerWord) throws Exception {
        for (int wordsPerPixel = 1; wordsPerPixel <= 8; wordsPerPixel++) {
            Layout layout = new Layout(5, 3, program.planes(), imagesPerWord, wordsPerPixel);
            assertAgreement(layout, Choice.NEVER, layout.images(), STEPS);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,8", "2,3", "8,2", "8,8", "16,1", "32,5", "64,1", "64,4", "64,8"})
    void vectorsOfWordsGiveTheSame(int imagesPerWord, int wordsPerPixel) throws Exception {
        int lanesOfVectors = Kernels.vectorLanes().orElse(0);
        assumeThat(lanesOfVectors).as("words in a vector").isPositive();
        int columns = Math.ceilDiv(lanesOfVectors + 3, wordsPerPixel) + 1;
        Layout layout = new Layout(4, columns, program.planes(), imagesPerWord, wordsPerPixel);
        assertAgreement(layout, Choice.AT_ONCE, Math.min(layout.images(), 12), STEPS_OF_VECTORS);
    }

    /** Tiles are 16 words wide, and vectors do not always divide their last column. */
    @ParameterizedTest
    @CsvSource({"1,8", "2,9", "3,16", "3,17", "2,31", "2,35", "70,19", "9,23"})
    void vectorsThatDoNotComeOutEvenGiveTheSame(int rows, int columns) throws Exception {
        Layout layout = new Layout(rows + 1, columns, program.planes(), 1, 1);
        assertAgreement(layout, Choice.AT_ONCE, 1, STEPS);
    }

    @Test
    void aVectorKernelIsNotUsedOnImagesNarrowerThanAVector() throws Exception {
        assertAgreement(new Layout(6, 2, program.planes(), 64, 1), Choice.AT_ONCE, 3, STEPS);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "4,2,1", "4,2,3", "64,8,1", "64,8,511", "64,2,65"})
    void imagesWithoutAQueryRepeatTheLastOne(int imagesPerWord, int wordsPerPixel, int queries) throws Exception {
        Layout layout = new Layout(4, 3, program.planes(), imagesPerWord, wordsPerPixel);
        assertAgreement(layout, Choice.NEVER, queries, STEPS);
    }

    @ParameterizedTest
    @CsvSource({"64,1,9,20", "16,1,33,9", "4,1,129,5", "2,2,64,17", "1,3,66,20", "8,1,17,30"})
    void tilesThatNothingChangesInStayRight(int imagesPerWord, int wordsPerPixel, int rows, int columns)
            throws Exception {
        Layout layout = new Layout(rows, columns, program.planes(), imagesPerWord, wordsPerPixel);
        assertAgreement(layout, Choice.NEVER, Math.min(layout.images(), 3), 3 * (rows + columns) + 6);
    }

    @Test
    void aNetworkForgetsWhatWasLoadedBefore() throws Exception {
        Layout layout = new Layout(6, 5, program.planes(), 4, 1);
        try (SideBySide networks = new SideBySide(program, layout, Choice.NEVER)) {
            for (int round = 1; round <= 6; round++) {
                networks.assertSameChannels(lanes.of(1 + round % 4, 6, 5), 7L * round);
            }
        }
    }

    private void assertAgreement(Layout layout, Choice choice, int queries, long steps) throws EscapeException {
        List<int[][]> some = lanes.of(queries, layout.rows(), layout.columns());
        try (SideBySide networks = new SideBySide(program, layout, choice)) {
            networks.assertSameChannels(some, steps);
        }
    }
}
