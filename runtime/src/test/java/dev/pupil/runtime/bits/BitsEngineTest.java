package dev.pupil.runtime.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.Examples;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.network.Nd4jEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Examples.Resolver.class)
class BitsEngineTest {
    static final List<String> NAMES = Examples.NAMES;

    private final Random random = new Random(5);
    private final Examples examples;
    private final WeightFile parity;

    BitsEngineTest(Examples examples) {
        this.examples = examples;
        this.parity = examples.network("parity");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyExamplePredictsWhatItMeans(String name) throws Exception {
        for (int features = 1; features <= 9; features += 2) {
            WeightFile trained = ExampleNetworks.trained(examples.network(name), data(features, 12 - features));
            DataSet queries = data(features, 70);
            assertThat(new BitsEngine().predict(trained, queries, Progress.NONE))
                    .isEqualTo(new ReferenceEngine().predict(trained, queries, Progress.NONE));
        }
    }

    @Test
    void noQueriesHaveNoAnswers() throws Exception {
        assertThat(new BitsEngine()
                        .predict(ExampleNetworks.trained(parity, data(3, 4)), data(3, 0), Progress.NONE)
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 513, 1500})
    void anyNumberOfQueriesIsAnsweredInTheirOrder(int count) throws Exception {
        WeightFile trained = ExampleNetworks.trained(parity, data(6, 9));
        DataSet queries = data(6, count);
        assertThat(new BitsEngine().predict(trained, queries, Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(trained, queries, Progress.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void anyNumberOfThreadsGivesTheSameAnswers(int threads) throws Exception {
        WeightFile trained = ExampleNetworks.trained(parity, data(40, 50));
        DataSet queries = data(40, 300);
        assertThat(new BitsEngine(threads).predict(trained, queries, Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(trained, queries, Progress.NONE));
    }

    @ParameterizedTest
    @CsvSource({"200,3", "3,200", "127,128"})
    void largeImagesAreAnswered(int features, int rows) throws Exception {
        WeightFile trained = ExampleNetworks.trained(parity, data(features, rows));
        DataSet queries = data(features, 5);
        assertThat(new BitsEngine().predict(trained, queries, Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(trained, queries, Progress.NONE));
    }

    @Test
    void progressGrowsToAllQueries() throws Exception {
        List<Long> reports = Collections.synchronizedList(new ArrayList<>());
        new BitsEngine(2).predict(ExampleNetworks.trained(parity, data(3, 3)), data(3, 2000), (done, total) -> {
            assertThat(total).isEqualTo(2000);
            reports.add(done);
        });
        assertThat(reports).isSorted().endsWith(2000L).doesNotHaveDuplicates();
    }

    /** Two thousand million steps more than it takes: only a network that knows that it is done comes to an end. */
    @Test
    void aFinishedImageIsNotComputedAnyFurther() throws Exception {
        WeightFile trained = ExampleNetworks.trained(withGeometry(parity, 1, 1, 2_000_000_000), data(4, 5));
        DataSet queries = data(4, 20);
        assertThat(new BitsEngine().predict(trained, queries, Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(trained, queries, Progress.NONE));
    }

    @Test
    void anImageThatIsNotFinishedInTimeIsRefusedAsByTheTensors() throws Exception {
        WeightFile trained = ExampleNetworks.trained(withGeometry(parity, 1, 1, 9), data(4, 5));
        DataSet queries = data(4, 3);
        String message = "the network does not answer query 1: its output is 0 after all its steps,"
                + " as that of a machine that has not halted";
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> new BitsEngine().predict(trained, queries, Progress.NONE))
                .withMessage(message);
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> new Nd4jEngine().predict(trained, queries, Progress.NONE))
                .withMessage(message);
    }

    @Test
    void moreWorkspaceThanTheProgramNeedsIsRightToo() throws Exception {
        WeightFile trained = ExampleNetworks.trained(withGeometry(parity, 70, 1, 600), data(4, 5));
        DataSet queries = data(4, 20);
        assertThat(new BitsEngine().predict(trained, queries, Progress.NONE))
                .isEqualTo(new Nd4jEngine().predict(trained, queries, Progress.NONE));
    }

    @ParameterizedTest
    @CsvSource({"2000000,2000000", "2000000000,4"})
    void imagesThatNoArrayHoldsAreRefused(int rows, int columns) throws Exception {
        assertTooLarge(rows, columns);
    }

    @Test
    void imagesThatDoNotFitIntoMemoryAreRefusedBeforeAnyIsAllocated() throws Exception {
        double pixels = Runtime.getRuntime().maxMemory()
                * Byte.SIZE
                / 2.0
                / parity.filter().channels().size();
        assertTooLarge((int) Math.sqrt(pixels), (int) Math.sqrt(pixels));
    }

    private void assertTooLarge(int rows, int columns) throws Exception {
        WeightFile trained = ExampleNetworks.trained(withGeometry(parity, rows, columns, 5), data(2, 2));
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> new BitsEngine().predict(trained, data(2, 1), Progress.NONE))
                .withMessageMatching(
                        "images of %s×%s pixels need \\d+\\.\\d GB of memory as bits, and \\S+ .B are free for them; "
                                        .formatted(rows + 2, columns + 2)
                                + "Java's option -Xmx gives it more");
    }

    @Test
    void anUntrainedNetworkIsRefused() {
        assertRefused(parity, data(2, 1), "the network is not trained: its file has no memory.weight");
    }

    @Test
    void memoryThatIsNotFullIsRefused() {
        assertRefused(
                parity.withMemory(Tensor.of(new double[] {1, 1, -1, 0, 0, 0, 1, 1, 1}, 3, 3)),
                data(2, 1),
                "memory is not full: 1 of 3 rows are still empty; train on the whole data set before predicting");
    }

    @Test
    void queriesOfAnotherWidthAreRefused() throws Exception {
        assertRefused(
                ExampleNetworks.trained(parity, data(3, 2)),
                data(2, 1),
                "queries have 2 features, but the network was trained with 3");
    }

    private static void assertRefused(WeightFile trained, DataSet queries, String message) {
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> new BitsEngine().predict(trained, queries, Progress.NONE))
                .withMessage(message);
    }

    private DataSet data(int features, int rows) {
        return ExampleNetworks.parityData(random, features, rows);
    }

    /** With an image so much larger than the memory, and so many steps. */
    private static WeightFile withGeometry(WeightFile network, int moreRows, int moreColumns, int steps) {
        Filter changed = network.filter()
                .with(new Geometry(
                        SizeExpression.of(0, 1, moreRows),
                        SizeExpression.of(1, 0, moreColumns),
                        SizeExpression.of(0, 0, steps)));
        return WeightFile.untrained(changed, network.source());
    }
}
