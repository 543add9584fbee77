package dev.pupil.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.data.DataReader;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.export.OnnxModel;
import dev.pupil.runtime.network.Nd4jEngine;
import dev.pupil.runtime.network.RandomFilters;
import dev.pupil.runtime.onnx.ModelSession;
import dev.pupil.runtime.onnx.OnnxEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example program's network, wherever it is executed, predicts what the program predicts. */
class ExampleProgramsTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "disjunction", "dictator", "xor", "stump", "duet", "parity"})
    void itsNetworkPredictsAsTheReference(String name) throws Exception {
        WeightFile network = ExampleNetworks.compiled(name);
        DataSet examples =
                DataReader.training(EXAMPLES.resolve(name + "-train.csv")).data();
        DataSet queries = DataReader.queries(EXAMPLES.resolve(name + "-test.csv"), examples.features())
                .data();
        try (ModelSession model = new ModelSession(OnnxModel.bytes(network))) {
            assertAgreementOnItsOwnData(ExampleNetworks.trained(network, examples), queries);
            assertAgreementOnSmallData(model, network);
            assertAgreementOnRandomData(model, network);
        }
    }

    private static void assertAgreementOnItsOwnData(WeightFile trained, DataSet queries) throws Exception {
        assertThat(new OnnxEngine().predict(trained, queries, Progress.NONE)).isEqualTo(reference(trained, queries));
    }

    /** All data sets and queries of few features and examples; the untrained model alone, which need not be made anew. */
    private static void assertAgreementOnSmallData(ModelSession model, WeightFile network) throws Exception {
        for (int features = 1; features <= 2; features++) {
            for (int examples = 1; examples <= 2; examples++) {
                for (DataSet data : everyDataSet(features, examples)) {
                    WeightFile trained = ExampleNetworks.trained(network, data);
                    DataSet queries = everyQuery(features);
                    assertThat(model.predictions(queries, trained.memory().orElseThrow()))
                            .as("%s", trained.memory())
                            .containsExactly(signs(reference(trained, queries)));
                }
            }
        }
    }

    private static void assertAgreementOnRandomData(ModelSession model, WeightFile network) throws Exception {
        Random random = new Random(4);
        for (int round = 0; round < 6; round++) {
            DataSet examples = RandomFilters.data(random, 3 + round, 9 - round);
            assertAgreement(
                    model,
                    ExampleNetworks.trained(network, examples),
                    RandomFilters.data(random, 3 + round, 1 + round));
        }
    }

    private static void assertAgreement(ModelSession untrained, WeightFile trained, DataSet queries) throws Exception {
        ImmutableIntArray expected = reference(trained, queries);
        assertThat(new Nd4jEngine().predict(trained, queries, Progress.NONE)).isEqualTo(expected);
        assertThat(new OnnxEngine().predict(trained, queries, Progress.NONE)).isEqualTo(expected);
        assertThat(untrained.predictions(queries, trained.memory().orElseThrow()))
                .containsExactly(signs(expected));
    }

    private static ImmutableIntArray reference(WeightFile trained, DataSet queries) throws Exception {
        return new ReferenceEngine().predict(trained, queries, Progress.NONE);
    }

    private static float[] signs(ImmutableIntArray predictions) {
        float[] signs = new float[predictions.length()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = predictions.get(i) == 1 ? 1 : -1;
        }
        return signs;
    }

    private static List<DataSet> everyDataSet(int features, int examples) {
        List<DataSet> all = new ArrayList<>();
        int columns = features + 1;
        for (long bits = 0; bits < 1L << (columns * examples); bits++) {
            BitSet table = BitSet.valueOf(new long[] {bits});
            List<BitSet> rows = new ArrayList<>();
            BitSet labels = new BitSet();
            for (int row = 0; row < examples; row++) {
                rows.add(table.get(row * columns, row * columns + features));
                labels.set(row, table.get(row * columns + features));
            }
            all.add(DataSet.of(features, rows, Optional.of(labels)));
        }
        return all;
    }

    private static DataSet everyQuery(int features) {
        List<BitSet> queries = new ArrayList<>();
        for (long query = 0; query < 1L << features; query++) {
            queries.add(BitSet.valueOf(new long[] {query}));
        }
        return DataSet.of(features, queries, Optional.empty());
    }
}
