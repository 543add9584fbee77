package dev.pupil.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataReader;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.AutomatonEngine;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.network.Nd4jEngine;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.TrainingMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ExpectedResultsTest {
    private static final List<Engine> ENGINES = List.of(new ReferenceEngine(), new AutomatonEngine(), new Nd4jEngine());

    static List<Example> examples() throws IOException {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyEnginePredictsWhatIsExpected(Example example) throws Exception {
        Compilation compilation = example.compile();
        DataSet training = DataReader.training(example.training()).data();
        DataSet queries =
                DataReader.queries(example.test(), training.features()).data();
        WeightFile weights = new WeightFile(compilation.filter(), example.source(), 1, Optional.empty());
        WeightFile trained = MemoryTrainer.of(weights, training)
                .train(TrainingMethod.CLOSED_FORM, Progress.NONE)
                .trained();
        JsonNode expected = new ObjectMapper().readTree(Files.readString(example.expected()));
        List<Integer> predictions =
                expected.get("predictions").valueStream().map(JsonNode::asInt).toList();

        for (Engine engine : ENGINES) {
            assertThat(engine.predict(trained, queries, Progress.NONE).asList())
                    .as(engine.name())
                    .isEqualTo(predictions);
        }
        assertThat(compilation.filter().geometry().steps().at(trained.sizes()))
                .isEqualTo(expected.get("steps").asLong());
        assertThat(correct(predictions, queries))
                .isEqualTo(expected.get("correct").asInt());
    }

    private static int correct(List<Integer> predictions, DataSet queries) {
        int correct = 0;
        for (int i = 0; i < queries.size(); i++) {
            if ((predictions.get(i) == 1) == queries.label(i)) {
                correct++;
            }
        }
        return correct;
    }

    @Test
    void everyFileBelongsToAProgram() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("README.md", "pom.xml", "votes-train.csv", "votes-test.csv"));
        for (Example example : Example.all()) {
            known.add(example + ".pupil");
            for (Path file : List.of(example.training(), example.test(), example.expected())) {
                known.add(file.toString());
            }
        }
        try (Stream<Path> files = Files.list(Path.of(""))) {
            Set<String> present = new TreeSet<>(files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList());
            assertThat(present).isEqualTo(known);
        }
    }
}
