package dev.pupil.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.Dtype;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.data.DataSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tensors against the definition, in double precision, on networks of random numbers. */
class RandomNetworkTest {
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @CsvSource({"5,7,3,2,4,6", "1,1,1,1,1,3", "2,1,1,3,2,1", "1,4,2,5,1,2", "9,3,2,1,6,5"})
    void everyChannelOfEveryImageIsAsDefinedAfterEveryStep(
            int channels, int units, int headUnits, int features, int examples, int queryCount) throws Exception {
        Random random = new Random(channels * 31L + units);
        Filter filter = RandomFilters.filter(random, channels, units, headUnits, 5);
        Tensor weight = RandomFilters.tensor(random, 1, examples + 1, features + 1);
        DataSet queries = RandomFilters.data(random, features, queryCount);
        Nd4jNetwork network = new Nd4jNetwork(trained(filter, weight), queryCount);
        PlainNetwork plain = new PlainNetwork(filter, weight);
        network.load(queries, 0, queryCount);
        double[][][][] states = new double[queryCount][][][];
        Arrays.setAll(states, query -> plain.start(queries, query));
        assertThat(values(network)).containsExactly(values(states), within(ROUNDING));
        for (int step = 0; step < network.steps(); step++) {
            network.step();
            Arrays.setAll(states, query -> plain.step(states[query]));
            assertThat(values(network)).containsExactly(values(states), within(ROUNDING));
        }
        double[] outputs = new double[queryCount];
        Arrays.setAll(outputs, query -> plain.head(states[query]));
        assertThat(network.outputs()).containsExactly(outputs, within(ROUNDING));
    }

    @Test
    void whatWasLoadedBeforeLeavesNoTrace() throws Exception {
        Random random = new Random(3);
        Filter filter = RandomFilters.filter(random, 4, 5, 2, 5);
        Tensor weight = RandomFilters.tensor(random, 1, 4, 3);
        DataSet queries = RandomFilters.data(random, 2, 5);
        Nd4jNetwork network = new Nd4jNetwork(trained(filter, weight), 3);
        PlainNetwork plain = new PlainNetwork(filter, weight);
        network.load(queries, 0, 3);
        network.step();
        network.load(queries, 3, 2);
        for (int step = 0; step < network.steps(); step++) {
            network.step();
        }
        assertThat(Arrays.copyOf(network.outputs(), 2))
                .containsExactly(new double[] {plain.output(queries, 3), plain.output(queries, 4)}, within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({"5,7,3,2,3,1", "5,7,3,2,3,2", "1,1,1,1,1,3", "3,8,2,2,2,7", "8,3,2,3,2,13", "4,9,2,2,3,30"})
    void theGradientIsTheLimitOfDifferences(
            int channels, int units, int headUnits, int features, int examples, int steps) throws Exception {
        Random random = new Random(steps);
        Filter filter = RandomFilters.filter(random, channels, units, headUnits, steps);
        Tensor weight = RandomFilters.tensor(random, 1, examples + 1, features + 1);
        DataSet data = RandomFilters.data(random, features, examples);
        BackPropagation network = new BackPropagation(filter, new Sizes(features, examples), Dtype.F64);
        network.setWeight(weight);
        BackPropagation.Gradient gradient = network.gradient(data, 0);
        assertThat(gradient.output()).isCloseTo(new PlainNetwork(filter, weight).output(data, 0), within(ROUNDING));
        assertThat(gradient.byWeight().values().stream().map(Math::abs).max().orElseThrow())
                .isGreaterThan(1e-3);
        double step = 1e-4;
        for (int i = 0; i < weight.values().length(); i++) {
            double slope = (loss(filter, moved(weight, i, step), data) - loss(filter, moved(weight, i, -step), data))
                    / (2 * step);
            assertThat(gradient.byWeight().values().get(i))
                    .isCloseTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
        }
    }

    @Test
    void anUpdateMovesTheWeightsAgainstTheGradient() throws Exception {
        Random random = new Random(11);
        Filter filter = RandomFilters.filter(random, 4, 6, 2, 4);
        Tensor weight = RandomFilters.tensor(random, 1, 3, 4);
        DataSet data = RandomFilters.data(random, 3, 2);
        BackPropagation network = new BackPropagation(filter, new Sizes(3, 2), Dtype.F64);
        network.setWeight(weight);
        Tensor gradient = network.gradient(data, 1).byWeight();
        network.learn(data, 1, 0.25);
        for (int i = 0; i < weight.values().length(); i++) {
            assertThat(network.weight().values().get(i))
                    .isCloseTo(weight.values().get(i) - 0.25 * gradient.values().get(i), within(ROUNDING));
        }
    }

    private static double loss(Filter filter, Tensor weight, DataSet data) {
        double residual = new PlainNetwork(filter, weight).output(data, 0) - (data.label(0) ? 1 : -1);
        return residual * residual / 2;
    }

    private static Tensor moved(Tensor tensor, int index, double by) {
        double[] values = tensor.values().toArray();
        values[index] += by;
        return Tensor.of(values, tensor.shape().toArray());
    }

    private static WeightFile trained(Filter filter, Tensor weight) {
        return new WeightFile(filter, new Source("random.pupil", ""), 1, Optional.of(weight));
    }

    private static double[] values(Nd4jNetwork network) {
        return network.state().data().asDouble();
    }

    /** [image][channel][row][column] in the order of planes: channels, then images, then pixels. */
    private static double[] values(double[][][][] states) {
        return IntStream.range(0, states[0].length)
                .boxed()
                .flatMap(channel -> Arrays.stream(states).flatMap(state -> Arrays.stream(state[channel])))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
