package dev.pupil.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.Dtype;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.TrainingMethod;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What makes a compiled network learn exactly: numbers that stay exact, and gradients that vanish where they must. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompiledNetworkTest {
    private static final int FEATURES = 4;
    private static final int EXAMPLES = 5;
    private static final int ROWS = EXAMPLES + 1;
    private static final int COLUMNS = FEATURES + 1;

    private WeightFile parity;
    private DataSet examples;

    @BeforeAll
    void compileOnce() throws Exception {
        parity = ExampleNetworks.compiled("parity");
        examples = ExampleNetworks.parityData(new Random(5), FEATURES, EXAMPLES);
    }

    @Test
    void everyChannelIsABitAfterEveryStepAndTheLaneStaysAsItWas() throws Exception {
        WeightFile trained = trained();
        Nd4jNetwork network = new Nd4jNetwork(trained, 1);
        PlainNetwork plain = new PlainNetwork(parity.filter(), trained.memory().orElseThrow());
        network.load(ExampleNetworks.parityData(new Random(6), FEATURES, 1), 0, 1);
        double[] lane = network.state().getColumn(0).toDoubleVector();
        double[][][] state = plain.start(ExampleNetworks.parityData(new Random(6), FEATURES, 1), 0);
        for (long step = 0; step < network.steps(); step++) {
            network.step();
            state = plain.step(state);
            assertThat(network.state().getColumn(0).toDoubleVector()).isEqualTo(lane);
            for (int channel = 1; channel < state.length; channel++) {
                double[] values = network.state().getColumn(channel).toDoubleVector();
                assertThat(values).containsOnly(bits(values)).isEqualTo(flat(state[channel]));
            }
        }
    }

    @Test
    void theAnswerIsThereAfterTheLastStep() throws Exception {
        Nd4jNetwork network = new Nd4jNetwork(trained(), 1);
        network.load(examples, 0, 1);
        for (long step = 0; step < network.steps(); step++) {
            network.step();
        }
        assertThat(Math.abs(network.outputs()[0])).isEqualTo(1);
    }

    @Test
    void whileMemorisingTheOutputIsZeroAndTheGradientFillsTheFirstEmptyRowOnly() throws Exception {
        BackPropagation network = new BackPropagation(parity.filter(), new Sizes(FEATURES, EXAMPLES), Dtype.F32);
        for (int example = 0; example < EXAMPLES; example++) {
            BackPropagation.Gradient gradient = network.gradient(examples, example);
            assertThat(gradient.output()).isZero();
            assertThat(gradient.byWeight().values().toArray())
                    .usingElementComparator(CompiledNetworkTest::compare)
                    .containsExactly(rowOfMemory(example));
            network.learn(examples, example, 1);
        }
        assertThat(network.learnDummy(1)).isZero();
    }

    @Test
    void onceMemoryIsFullFurtherExamplesChangeNothing() throws Exception {
        BackPropagation network = new BackPropagation(parity.filter(), new Sizes(FEATURES, EXAMPLES), Dtype.F32);
        Tensor full = trained().memory().orElseThrow();
        network.setWeight(full);
        DataSet further = ExampleNetworks.parityData(new Random(8), FEATURES, 10);
        for (int example = 0; example < further.size(); example++) {
            assertThat(Math.abs(network.learn(further, example, 1))).isEqualTo(1);
        }
        assertThat(network.weight()).isEqualTo(full);
    }

    private WeightFile trained() throws Exception {
        return MemoryTrainer.of(parity, examples)
                .train(TrainingMethod.CLOSED_FORM, Progress.NONE)
                .trained();
    }

    /** −y·z in row {@code example}, 0 elsewhere: the gradient that memorises an example. */
    private double[] rowOfMemory(int example) {
        double[] values = new double[ROWS * COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            boolean input = column == FEATURES || examples.feature(example, column);
            values[example * COLUMNS + column] = input == examples.label(example) ? -1 : 1;
        }
        return values;
    }

    /** By value, so that 0 and −0 are equal. */
    private static int compare(double left, double right) {
        return left == right ? 0 : Double.compare(left, right);
    }

    /** The bits among {@code values}; nothing else is one. */
    private static double[] bits(double[] values) {
        return DoubleStream.of(values)
                .filter(value -> value == 0 || value == 1)
                .distinct()
                .toArray();
    }

    private static double[] flat(double[][] plane) {
        return Arrays.stream(plane).flatMapToDouble(DoubleStream::of).toArray();
    }
}
