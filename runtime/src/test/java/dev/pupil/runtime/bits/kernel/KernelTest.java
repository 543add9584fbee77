package dev.pupil.runtime.bits.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.runtime.bits.gate.Gates;
import dev.pupil.runtime.bits.gate.LookupCircuit;
import dev.pupil.runtime.bits.gate.RandomGates;
import dev.pupil.runtime.bits.gate.StepGates;
import dev.pupil.runtime.bits.rule.Input;
import dev.pupil.runtime.bits.rule.Planes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machine code computes what the gates compute that it was translated from. */
class KernelTest {
    private static final int CHANNELS = 6;
    private static final int PLANES = CHANNELS + 1;
    private static final int MOST_WORDS = 16;

    /** Longer methods are never compiled to machine code. */
    private static final int LONGEST_METHOD = 8000;

    private final Random random = new Random(2);

    @ParameterizedTest
    @CsvSource({
        "1,1,1,1",
        "2,3,1,1",
        "63,2,1,1",
        "64,2,1,1",
        "65,2,1,1",
        "130,1,1,1",
        "5,4,2,3",
        "33,2,2,1",
        "4,3,64,1",
        "3,3,64,2",
        "9,2,8,5",
        "17,2,4,1"
    })
    void everyPixelOfEveryImage(int rows, int columns, int imagesPerWord, int wordsPerPixel) {
        Layout layout = new Layout(rows, columns, PLANES, imagesPerWord, wordsPerPixel);
        for (int round = 0; round < 4; round++) {
            StepGates step = step(40);
            Kernel kernel = Kernels.portable(LookupCircuit.of(step), layout, MOST_WORDS);
            new RandomImage(random, layout, step).assertComputedBy(kernel, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"2,8,1,1", "65,9,1,1", "5,4,2,3", "4,11,64,1", "3,3,64,8", "17,13,4,1"})
    void everyPixelOfEveryImageWithVectors(int rows, int columns, int imagesPerWord, int wordsPerPixel) {
        int lanes = Kernels.vectorLanes().orElse(0);
        assumeThat(lanes).as("words in a vector").isPositive();
        Layout layout = new Layout(rows, columns, PLANES, imagesPerWord, wordsPerPixel);
        for (int round = 0; round < 3; round++) {
            StepGates step = step(40);
            Kernel kernel = Kernels.vectorised(LookupCircuit.of(step), layout, lanes, MOST_WORDS);
            new RandomImage(random, layout, step).assertComputedBy(kernel, lanes);
        }
    }

    /** So often that Java has compiled the vectors to machine code long before the end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void vectorsAndSingleWordsAgreeThroughManySteps(int imagesPerWord) {
        int lanes = Kernels.vectorLanes().orElse(0);
        assumeThat(lanes).as("words in a vector").isPositive();
        Layout layout = new Layout(Long.SIZE / imagesPerWord * 16, 8 * lanes, PLANES, imagesPerWord, 1);
        StepGates step = step(60);
        int most = 16 * layout.wordColumns();
        Kernel vectorised = Kernels.vectorised(LookupCircuit.of(step), layout, lanes, most);
        Kernel portable = Kernels.portable(LookupCircuit.of(step), layout, most);
        long[] words = new RandomImage(random, layout, step).words();
        for (int round = 0; round < 2_000; round++) {
            long[] expected = next(portable, layout, words);
            if (!Arrays.equals(next(vectorised, layout, words), expected)) {
                assertThat(next(vectorised, layout, words))
                        .as("round %s", round)
                        .isEqualTo(expected);
            }
            words = expected;
        }
    }

    /** All words after one more step; no word has bits outside the image. */
    private static long[] next(Kernel kernel, Layout layout, long[] from) {
        long[] to = from.clone();
        long[] scratch = new long[kernel.scratchWords()];
        kernel.run(from, to, scratch, layout.index(0, 0), layout.wordRows(), layout.wordColumns(), -1);
        return to;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 10, 20, 50, 100, 1000})
    void methodsOfAnyLengthComputeTheSame(int mostOperations) {
        Layout layout = new Layout(7, 3, PLANES, 4, 2);
        for (int round = 0; round < 8; round++) {
            StepGates step = step(120);
            Plan plan = Plan.of(LookupCircuit.of(step), mostOperations);
            KernelWriter writer = new KernelWriter(Kernels.NAME, layout, new LongWords(), MOST_WORDS);
            new RandomImage(random, layout, step).assertComputedBy(Kernels.load(writer.write(plan)), 1);
        }
    }

    @Test
    void shortMethodsAreManyAndSaveWhatLaterOnesNeed() {
        Plan plan = Plan.of(LookupCircuit.of(step(200)), 4);
        assertThat(plan.parts().size()).isGreaterThan(10);
        assertThat(plan.saved()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 20_000})
    void noMethodOfALargeCircuitIsTooLongToBeCompiled(int gates) {
        LookupCircuit circuit = LookupCircuit.of(step(gates));
        assertShortMethods(circuit, new LongWords());
        assertShortMethods(circuit, new VectorWords(8));
    }

    /** It computes nothing, but every channel is read and written. */
    @Test
    void noMethodOfManyChannelsThatAreOnlyMovedIsTooLongToBeCompiled() {
        int channels = 3_000;
        Gates gates = new Gates();
        StepGates step = new StepGates(
                gates,
                IntStream.range(0, channels)
                        .mapToObj(channel -> gates.read(new Input(Planes.of(channel + 1), new Offset(1, -1))))
                        .collect(ImmutableList.toImmutableList()),
                ImmutableList.of());
        assertShortMethods(LookupCircuit.of(step), new LongWords());
        assertShortMethods(LookupCircuit.of(step), new VectorWords(8));
    }

    private StepGates step(int gates) {
        return RandomGates.step(random, RandomGates.inputs(random, 20, CHANNELS - 1), gates, CHANNELS - 1, 3);
    }

    private static void assertShortMethods(LookupCircuit circuit, Words words) {
        Layout layout = new Layout(100, 100, circuit.next().size() + Planes.OF_LANE, 1, 1);
        byte[] bytes = Kernels.classFile(circuit, new KernelWriter(Kernels.NAME, layout, words, MOST_WORDS));
        assertThat(ClassFile.of().parse(bytes).methods().stream()
                        .filter(method -> method.methodName().stringValue().startsWith("part"))
                        .flatMap(method -> method.code().stream())
                        .mapToInt(code -> ((CodeAttribute) code).codeLength()))
                .isNotEmpty()
                .allSatisfy(length -> assertThat(length).isLessThan(LONGEST_METHOD));
    }
}
