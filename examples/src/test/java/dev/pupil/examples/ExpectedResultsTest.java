package dev.pupil.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Way;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.bits.BitsEngine;
import dev.pupil.runtime.engine.AutomatonEngine;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.network.Nd4jEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@ExtendWith(Networks.Resolver.class)
class ExpectedResultsTest {
    private final Networks networks;

    ExpectedResultsTest(Networks networks) {
        this.networks = networks;
    }

    static List<Example> examples() throws IOException {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyEnginePredictsWhatIsExpected(Example example) throws Exception {
        Compilation compilation = networks.compiled(example);
        Data data = example.data();
        WeightFile trained = networks.trained(example, data.examples());
        JsonNode expected = new ObjectMapper().readTree(Files.readString(example.expected()));
        ImmutableIntArray predictions = ImmutableIntArray.copyOf(
                expected.get("predictions").valueStream().mapToInt(JsonNode::asInt));

        assertThat(new ReferenceEngine().predict(trained, data.queries(), Progress.NONE))
                .isEqualTo(predictions);
        for (Engine engine : engines(compilation.way())) {
            assertThat(engine.predict(trained, data.queries(), Progress.NONE))
                    .as(engine.name())
                    .isEqualTo(predictions);
        }
        assertThat(compilation.filter().geometry().steps().at(trained.sizes()))
                .isEqualTo(expected.get("steps").asLong());
        assertThat(data.correct(predictions)).isEqualTo(expected.get("correct").asInt());
    }

    /** Those that execute a network and are quick enough for it: a sequence takes many steps. */
    private static List<Engine> engines(Way way) {
        return switch (way) {
            case Way.Waves waves -> List.of(new AutomatonEngine(), new BitsEngine(), new Nd4jEngine());
            case Way.Sequence sequence -> List.of(new BitsEngine());
            case Way.Walk walk -> List.of(new AutomatonEngine(), new BitsEngine(), new Nd4jEngine());
        };
    }

    @Test
    void everyFileBelongsToAProgram() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("README.md", "pom.xml", "votes-train.csv", "votes-test.csv"));
        for (Example example : Example.all()) {
            for (Path file : List.of(example.training(), example.test(), example.expected())) {
                known.add(file.toString());
            }
        }
        Set<String> present = new TreeSet<>();
        for (Path folder : List.of(Path.of(""), Example.MACHINES)) {
            Example.in(folder).forEach(example -> known.add(example + ".pupil"));
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile)
                        .forEach(file ->
                                present.add(folder.resolve(file.getFileName()).toString()));
            }
        }
        assertThat(present).isEqualTo(known);
    }
}
