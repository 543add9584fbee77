package dev.pupil.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataReader;
import dev.pupil.runtime.data.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example program predicts the same as itself and as its automaton. */
class EngineAgreementTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private final Engine reference = new ReferenceEngine();
    private final Engine automaton = new AutomatonEngine();

    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".pupil"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void onItsOwnData(Path program) throws Exception {
        String name = program.getFileName().toString().replace(".pupil", "");
        Path training = EXAMPLES.resolve(name + "-train.csv");
        if (Files.exists(training)) {
            DataSet examples = DataReader.training(training).data();
            DataSet queries = DataReader.queries(EXAMPLES.resolve(name + "-test.csv"), examples.features())
                    .data();
            assertAgreement(program, examples, queries);
        }
    }

    private void assertAgreement(Path program, DataSet examples, DataSet queries) throws Exception {
        Source source = new Source(program.toString(), Files.readString(program));
        WeightFile trained = Networks.trained(source, examples);
        assertThat(automaton.predict(trained, queries, Progress.NONE))
                .isEqualTo(reference.predict(trained, queries, Progress.NONE));
    }
}
