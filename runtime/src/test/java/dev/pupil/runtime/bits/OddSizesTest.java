package dev.pupil.runtime.bits;

import dev.pupil.compiler.Compilation;
import dev.pupil.runtime.Examples;
import dev.pupil.runtime.bits.KernelSupply.Choice;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Images whose sizes lie around those of words and tiles: bits, real numbers and the automaton agree in every step. */
@ExtendWith(Examples.Resolver.class)
class OddSizesTest {
    static final List<String> NAMES = Examples.NAMES;

    private static final int[] HEIGHTS = {2, 3, 63, 64, 65, 129};
    private static final int[] WIDTHS = {2, 15, 16, 17, 63, 64, 65};

    private final Examples examples;

    OddSizesTest(Examples examples) {
        this.examples = examples;
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyChannelOfSmallImagesIsThatOfTheRealNetwork(String name) throws Exception {
        Case each = new Case(name);
        for (int rows = 2; rows <= 5; rows++) {
            for (int columns = 2; columns <= 5; columns++) {
                each.assertSameChannels(rows, columns, 3L * (rows + columns) + 6);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyChannelOfOddlySizedImagesIsThatOfTheRealNetwork(String name) throws Exception {
        Case each = new Case(name);
        for (int rows : HEIGHTS) {
            each.assertSameChannels(rows, 3, 3L * (rows + 3) + 6);
        }
        for (int columns : WIDTHS) {
            each.assertSameChannels(4, columns, 3L * (columns + 4) + 6);
        }
    }

    @ParameterizedTest
    @CsvSource({"511,3", "512,2", "513,3", "2,511", "3,513", "65,63", "64,64", "70,129"})
    void everyChannelOfLargeImagesIsThatOfTheRealNetwork(int rows, int columns) throws Exception {
        new Case("parity").assertSameChannels(rows, columns, 3L * (rows + columns) + 6);
    }

    /** No data set has an image so narrow, so that the network need not compute on bits there; but if it does, bits are right. */
    @ParameterizedTest
    @FieldSource("NAMES")
    void imagesOfOneRowOrColumnAreComputedRightOrRefused(String name) throws Exception {
        Case each = new Case(name);
        for (int size : new int[] {1, 2, 63, 64, 65, 513}) {
            each.assertSameChannelsWhileTheyAreBits(size, 1, 40);
            each.assertSameChannelsWhileTheyAreBits(1, size, 40);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyFieldOfOddlySizedImagesIsThatOfTheAutomaton(String name) throws Exception {
        Case each = new Case(name);
        for (int rows : HEIGHTS) {
            each.assertSameFields(rows, 3, 60);
        }
        for (int columns : WIDTHS) {
            each.assertSameFields(4, columns, 60);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyFieldOfTallAndWideImagesIsThatOfTheAutomaton(String name) throws Exception {
        Case each = new Case(name);
        for (int size = 511; size <= 513; size++) {
            each.assertSameFields(size, 2, 40);
            each.assertSameFields(2, size, 40);
        }
    }

    /** An example's network on images of one size after another. */
    private final class Case {
        private final Compilation compiled;
        private final BitsProgram program;
        private final Lanes lanes;

        Case(String name) throws Exception {
            this.compiled = examples.compiled(name);
            this.program = BitsProgram.of(compiled.filter());
            this.lanes = new Lanes(new Random(1), compiled.filter().geometry());
        }

        void assertSameChannels(int rows, int columns, long steps) throws EscapeException {
            List<int[][]> some = lanes.of(1, rows, columns);
            try (SideBySide networks = new SideBySide(program, SideBySide.layout(program, some, 1, 1), Choice.NEVER)) {
                networks.assertSameChannels(some, steps);
            }
        }

        void assertSameChannelsWhileTheyAreBits(int rows, int columns, long steps) throws EscapeException {
            int[][] lane = lanes.lane(rows, columns);
            RealNetwork real = new RealNetwork(program.filter(), lane);
            long exact = LongStream.rangeClosed(1, steps)
                    .takeWhile(step -> {
                        real.step();
                        return real.isOfBits();
                    })
                    .count();
            List<int[][]> one = List.<int[][]>of(lane);
            try (SideBySide networks = new SideBySide(program, SideBySide.layout(program, one, 1, 1), Choice.NEVER)) {
                networks.assertSameChannels(one, exact);
                if (exact < steps) {
                    networks.assertEscape();
                }
            }
        }

        void assertSameFields(int rows, int columns, long steps) throws EscapeException {
            List<int[][]> some = lanes.of(1, rows, columns);
            try (SideBySide networks = new SideBySide(program, SideBySide.layout(program, some, 1, 1), Choice.NEVER)) {
                networks.assertSameFields(compiled, some.get(0), steps);
            }
        }
    }
}
