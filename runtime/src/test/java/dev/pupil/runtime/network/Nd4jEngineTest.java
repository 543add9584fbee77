package dev.pupil.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pupil.compiler.weights.SafetensorsReader;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.engine.ReferenceEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Nd4jEngineTest {
    private final Nd4jEngine engine = new Nd4jEngine();
    private Path file;
    private WeightFile parity;

    @BeforeAll
    void compileOnce(@TempDir Path directory) throws Exception {
        file = directory.resolve("parity.safetensors");
        parity = ExampleNetworks.compiled("parity");
        SafetensorsWriter.write(file, parity);
    }

    @ParameterizedTest
    @CsvSource({"2,2", "1,6", "9,3", "16,32", "24,60"})
    void oneFileServesAllSizes(int features, int examples) throws Exception {
        Random random = new Random(features);
        WeightFile trained = ExampleNetworks.trained(
                SafetensorsReader.read(file), ExampleNetworks.parityData(random, features, examples));
        DataSet queries = ExampleNetworks.parityData(random, features, 12);
        assertThat(engine.predict(trained, queries, Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(trained, queries, Progress.NONE));
    }

    @Test
    void manyQueriesAreAnsweredInSeveralBatchesAndReportedAsTheyFinish() throws Exception {
        Random random = new Random(2);
        WeightFile trained = ExampleNetworks.trained(parity, ExampleNetworks.parityData(random, 4, 5));
        DataSet queries = ExampleNetworks.parityData(random, 4, 601);
        assertThat(Nd4jNetwork.batchSize(trained, queries.size())).isLessThan(queries.size());
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
        WeightFile broken = ExampleNetworks.withDoubledOutput(parity);
        assertThatThrownBy(() -> engine.predict(
                        ExampleNetworks.trained(broken, ExampleNetworks.parityData(new Random(1), 2, 2)),
                        ExampleNetworks.parityData(new Random(1), 2, 2),
                        Progress.NONE))
                .isInstanceOf(PredictionException.class)
                .hasMessageMatching("the network is broken: its output for query 1 is -?2.0, not 1 or -1");
    }
}
