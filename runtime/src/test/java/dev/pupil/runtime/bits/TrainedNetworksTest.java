package dev.pupil.runtime.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.Examples;
import dev.pupil.runtime.bits.KernelSupply.Choice;
import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.TrainedMemory;
import dev.pupil.runtime.network.Nd4jChannels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Trained networks with queries, step by step beside ND4J, until the answer is there. */
@ExtendWith(Examples.Resolver.class)
class TrainedNetworksTest {
    static final List<String> NAMES = Examples.NAMES;

    private final Examples examples;

    TrainedNetworksTest(Examples examples) {
        this.examples = examples;
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyChannelIsThatOfTheTensorsAfterEveryStep(String name) throws Exception {
        WeightFile network = examples.network(name);
        Random random = new Random(11);
        for (int[] sizes : new int[][] {{1, 1}, {3, 4}, {7, 2}, {2, 9}}) {
            DataSet data = ExampleNetworks.parityData(random, sizes[0], sizes[1]);
            DataSet queries = ExampleNetworks.parityData(random, sizes[0], 5);
            assertSame(ExampleNetworks.trained(network, data), queries, 1 << random.nextInt(7), 1 + random.nextInt(5));
        }
    }

    @ParameterizedTest
    @CsvSource({"62,3", "63,3", "64,3", "3,62", "3,63", "3,64"})
    void oddSizesToo(int features, int rows) throws Exception {
        Random random = new Random(features);
        DataSet data = ExampleNetworks.parityData(random, features, rows);
        DataSet queries = ExampleNetworks.parityData(random, features, 2);
        assertSame(ExampleNetworks.trained(examples.network("parity"), data), queries, 1, 2);
        assertSame(ExampleNetworks.trained(examples.network("dictator"), data), queries, 2, 1);
    }

    private static void assertSame(WeightFile trained, DataSet queries, int imagesPerWord, int wordsPerPixel)
            throws Exception {
        BitsProgram program = BitsProgram.of(trained.filter());
        int rows = (int) trained.filter().geometry().rows().at(trained.sizes());
        int columns = (int) trained.filter().geometry().columns().at(trained.sizes());
        Layout layout = new Layout(rows, columns, program.planes(), imagesPerWord, wordsPerPixel);
        int count = Math.min(queries.size(), layout.images());
        Nd4jChannels expected = new Nd4jChannels(trained, queries);
        try (KernelSupply kernels = new KernelSupply(program.circuit(), layout, Choice.NEVER)) {
            BitsNetwork bits = new BitsNetwork(program, layout, kernels);
            bits.load(TrainedMemory.of(trained), queries, 0, count);
            for (long step = 0; step <= expected.steps(); step++) {
                if (step > 0) {
                    bits.step();
                    expected.step();
                }
                for (int channel = 0; channel < trained.filter().channels().size(); channel++) {
                    double[][] values = expected.values(channel);
                    for (int image = 0; image < count; image++) {
                        double[] actual = plane(bits, layout, channel, image);
                        if (!Arrays.equals(actual, values[image])) {
                            assertThat(actual)
                                    .as("channel %s of query %s after step %s in %s", channel, image, step, layout)
                                    .containsExactly(values[image]);
                        }
                    }
                }
            }
            assertThat(bits.outputs()).containsExactly(Arrays.copyOf(expected.outputs(), count));
        }
    }

    private static double[] plane(BitsNetwork bits, Layout layout, int channel, int image) {
        double[] values = new double[layout.rows() * layout.columns()];
        for (int i = 0; i < values.length; i++) {
            values[i] = bits.value(channel, image, i / layout.columns(), i % layout.columns());
        }
        return values;
    }
}
