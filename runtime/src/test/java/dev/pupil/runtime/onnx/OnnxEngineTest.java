package dev.pupil.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataReader;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.TrainingMethod;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxEngineTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    private final OnnxEngine engine = new OnnxEngine();

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "disjunction", "dictator", "xor", "stump", "duet", "parity"})
    void everyExampleProgramPredictsAsItsReferenceOnItsOwnData(String name) throws Exception {
        DataSet examples =
                DataReader.training(EXAMPLES.resolve(name + "-train.csv")).data();
        DataSet queries = DataReader.queries(EXAMPLES.resolve(name + "-test.csv"), examples.features())
                .data();
        WeightFile trained = trained(ExampleNetworks.compiled(name), examples);
        assertThat(engine.predict(trained, queries, Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(trained, queries, Progress.NONE));
    }

    private static WeightFile trained(WeightFile network, DataSet examples) throws Exception {
        return MemoryTrainer.of(network, examples)
                .train(TrainingMethod.CLOSED_FORM, Progress.NONE)
                .trained();
    }
}
