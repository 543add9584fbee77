package dev.pupil.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.export.WeightFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Exported models, trained and not, executed by what Python's users have: no word of Pupil's is between. */
@ExtendWith(Networks.Resolver.class)
class ModelsInPythonTest {
    /** For onnx's own evaluator, which needs a hundredth of a second for a step. */
    private static final long FEW_STEPS = 150;

    private static final int FEATURES = 2;

    /** The label is the first feature, which every learner here but xor can learn. */
    private static final DataSet EXAMPLES = DataSet.of(FEATURES, rows(0b00, 0b01, 0b11), Optional.of(bits(0b110)));

    private static final DataSet QUERIES = DataSet.of(FEATURES, rows(0b00, 0b01, 0b10, 0b11), Optional.empty());

    private final Networks networks;

    @TempDir
    private Path folder;

    private Path script;

    ModelsInPythonTest(Networks networks) {
        this.networks = networks;
    }

    @BeforeEach
    void writeTheScript() throws IOException {
        script = folder.resolve("predictions.py");
        Files.write(script, Resources.toByteArray(Resources.getResource(getClass(), "predictions.py")));
    }

    @Test
    void onnxsOwnEvaluatorPredictsWhatTheProgramsDo() throws Exception {
        Python.requireModules("onnx.reference", "numpy");
        List<String> expected = new ArrayList<>();
        for (Example example : Example.all()) {
            WeightFile trained = networks.trained(example, EXAMPLES);
            if (trained.filter().geometry().steps().at(trained.sizes()) <= FEW_STEPS) {
                expected.addAll(export(example, trained));
            }
        }

        assertThat(Python.lines(folder, script, "onnx", folder.toString()))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSizeGreaterThan(10);
    }

    @Test
    void pythonsOnnxRuntimePredictsWhatTheProgramsDo() throws Exception {
        Python.requireModules("onnxruntime", "numpy");
        List<String> expected = new ArrayList<>();
        for (Example example : Example.all()) {
            expected.addAll(export(example, networks.trained(example, EXAMPLES)));
        }

        assertThat(Python.lines(folder, script, "onnxruntime", folder.toString()))
                .containsExactlyInAnyOrderElementsOf(expected)
                .isNotEmpty();
    }

    /** Writes a model that holds the memory and one that is given it; what the script is to print for them. */
    private List<String> export(Example example, WeightFile trained) throws Exception {
        String name = example.name().replace('/', '-');
        export(name, WeightFile.untrained(trained.filter(), example.source()));
        Files.writeString(
                folder.resolve(name + ".memory.csv"), lines(trained.memory().orElseThrow()));
        export(name + "-trained", trained);
        ImmutableIntArray predictions = new ReferenceEngine().predict(trained, QUERIES, Progress.NONE);
        String signs = predictions.stream()
                .mapToObj(prediction -> prediction == 1 ? " 1.0" : " -1.0")
                .collect(Collectors.joining());
        return List.of(name + signs, name + "-trained" + signs);
    }

    private void export(String name, WeightFile network) throws IOException {
        WeightFormat.ONNX.write(folder.resolve(name + WeightFormat.ONNX.extension()), network);
        Files.writeString(folder.resolve(name + ".queries.csv"), lines(QUERIES), StandardCharsets.UTF_8);
    }

    private static String lines(DataSet queries) {
        return IntStream.range(0, queries.size())
                .mapToObj(row -> IntStream.range(0, FEATURES)
                        .mapToObj(column -> queries.feature(row, column) ? "1" : "-1")
                        .collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }

    private static String lines(Tensor memory) {
        StringBuilder lines = new StringBuilder();
        int columns = memory.shape().get(1);
        for (int i = 0; i < memory.values().length(); i++) {
            lines.append(memory.values().get(i)).append(i % columns == columns - 1 ? '\n' : ',');
        }
        return lines.toString();
    }

    private static List<BitSet> rows(int... features) {
        return IntStream.of(features).mapToObj(ModelsInPythonTest::bits).toList();
    }

    private static BitSet bits(int bits) {
        return BitSet.valueOf(new long[] {bits});
    }
}
