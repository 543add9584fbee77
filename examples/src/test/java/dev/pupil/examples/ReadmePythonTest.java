package dev.pupil.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.export.WeightFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** README's lines of Python are executed as they stand, beside the files that they read. */
@ExtendWith(Networks.Resolver.class)
class ReadmePythonTest {
    private static final Pattern BLOCK = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

    private static final String FROM_NUMPY = "dict(np.load(\"trained.npz\"))";
    private static final String FROM_SAFETENSORS = "safetensors.numpy.load_file(\"trained.safetensors\")";

    /** How many queries the network in NumPy is asked, which takes a moment for each. */
    private static final int FEW = 3;

    private static final Example PARITY = new Example("parity");

    private final Networks networks;

    @TempDir
    private Path folder;

    ReadmePythonTest(Networks networks) {
        this.networks = networks;
    }

    @Test
    void itsModelsAndItsNetworkInNumpyPredictWhatTheProgramDoes() throws Exception {
        Python.requireModules("onnxruntime", "numpy");

        assertThat(lines(script())).isEqualTo(expected());
    }

    @Test
    void safetensorsHoldTheSame() throws Exception {
        Python.requireModules("onnxruntime", "numpy", "safetensors.numpy");
        String script = script();
        assertThat(script).contains(FROM_NUMPY, FROM_SAFETENSORS);

        assertThat(lines("import safetensors.numpy\n" + script.replace(FROM_NUMPY, FROM_SAFETENSORS)))
                .isEqualTo(expected());
    }

    /** All blocks, one after the other, and what of their results is to be seen. */
    private static String script() throws IOException {
        String blocks = BLOCK.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        return blocks + """

                print(*prediction.tolist())
                print(*(float(predict(query)) for query in queries[:%d]))
                """.formatted(FEW);
    }

    private List<String> lines(String script) throws Exception {
        WeightFile trained = trained();
        for (WeightFormat format : WeightFormat.values()) {
            format.write(folder.resolve("trained" + format.extension()), trained);
        }
        WeightFormat.ONNX.write(folder.resolve("parity.onnx"), WeightFile.untrained(trained.filter(), PARITY.source()));
        Path examples = Files.createDirectory(folder.resolve("examples"));
        for (Path data : List.of(PARITY.training(), PARITY.test())) {
            Files.copy(data, examples.resolve(data));
        }
        return Python.lines(folder, Files.writeString(folder.resolve("readme.py"), script));
    }

    private List<String> expected() throws Exception {
        ImmutableIntArray meant =
                new ReferenceEngine().predict(trained(), PARITY.data().queries(), Progress.NONE);
        return List.of(signs(meant), signs(meant.subArray(0, FEW)));
    }

    private WeightFile trained() throws Exception {
        return networks.trained(PARITY, PARITY.data().examples());
    }

    private static String signs(ImmutableIntArray predictions) {
        return predictions.stream()
                .mapToObj(prediction -> prediction == 1 ? "1.0" : "-1.0")
                .collect(Collectors.joining(" "));
    }
}
