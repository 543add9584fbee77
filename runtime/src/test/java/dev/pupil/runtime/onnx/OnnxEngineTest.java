package dev.pupil.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.network.RandomFilters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxEngineTest {
    private final OnnxEngine engine = new OnnxEngine();
    private WeightFile parity;

    @BeforeAll
    void compileOnce() throws Exception {
        parity = ExampleNetworks.compiled("parity");
    }

    @ParameterizedTest
    @CsvSource({"2,2,12", "1,6,12", "9,3,12", "1,1,2", "24,60,1"})
    void oneNetworkServesAllSizes(int features, int examples, int queries) throws Exception {
        Random random = new Random(features);
        WeightFile trained = ExampleNetworks.trained(parity, ExampleNetworks.parityData(random, features, examples));
        DataSet asked = ExampleNetworks.parityData(random, features, queries);
        assertThat(engine.predict(trained, asked, Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(trained, asked, Progress.NONE));
    }

    @Test
    void manyQueriesAreAnsweredInSeveralBatchesAndReportedAsTheyFinish() throws Exception {
        Random random = new Random(2);
        WeightFile trained = ExampleNetworks.trained(parity, ExampleNetworks.parityData(random, 4, 5));
        DataSet queries = ExampleNetworks.parityData(random, 4, 601);
        List<Long> reports = new ArrayList<>();
        assertThat(engine.predict(trained, queries, (done, total) -> reports.add(done)))
                .isEqualTo(new ReferenceEngine().predict(trained, queries, Progress.NONE));
        assertThat(reports).isSorted().endsWith(601L).hasSizeGreaterThan(1);
    }

    @Test
    void noQueriesHaveNoAnswers() throws Exception {
        Random random = new Random(2);
        WeightFile trained = ExampleNetworks.trained(parity, ExampleNetworks.parityData(random, 2, 2));
        assertThat(engine.predict(trained, ExampleNetworks.parityData(random, 2, 0), Progress.NONE)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anOutputThatIsNoPredictionIsRefused() throws Exception {
        WeightFile broken = ExampleNetworks.trained(
                ExampleNetworks.withDoubledOutput(parity), ExampleNetworks.parityData(new Random(1), 2, 2));
        assertThatThrownBy(() -> engine.predict(broken, ExampleNetworks.parityData(new Random(1), 2, 2), Progress.NONE))
                .isInstanceOf(PredictionException.class)
                .hasMessageMatching("the network is broken: its output for query 1 is -?2.0, not 1 or -1");
    }

    @Test
    void numbersThatSinglePrecisionDoesNotHoldAreRefused() {
        Random random = new Random(1);
        assertRefused(
                weightFile(RandomFilters.filter(random, 2, 2, 2, 5)),
                "ONNX Runtime convolves in single precision only, which does not hold this network's numbers exactly");
    }

    @Test
    void imagesThatDoNotFitInMemoryAreRefusedBeforeAnythingIsAllocated() {
        SizeExpression million = SizeExpression.of(0, 0, 1_000_000);
        assertRefused(
                weightFile(withGeometry(new Geometry(million, million, million))),
                "images of 1000000×1000000 pixels need 640000.0 GB of memory as real numbers, more than there is");
    }

    private void assertRefused(WeightFile trained, String message) {
        assertThatThrownBy(() -> engine.predict(trained, RandomFilters.data(new Random(1), 1, 1), Progress.NONE))
                .isInstanceOf(PredictionException.class)
                .hasMessage(message);
    }

    private static WeightFile weightFile(Filter filter) {
        Tensor memory = Tensor.of(new double[] {1, 1, 1, 1}, 2, 2);
        return new WeightFile(filter, new Source("random.pupil", ""), 1, Optional.of(memory));
    }

    private Filter withGeometry(Geometry geometry) {
        return parity.filter().with(geometry);
    }
}
