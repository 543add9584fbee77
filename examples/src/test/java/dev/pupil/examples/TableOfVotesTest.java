package dev.pupil.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.bits.BitsEngine;
import dev.pupil.runtime.engine.ReferenceEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How well the examples learn the votes: what README says. The network predicts the same, to the last query. */
@ExtendWith(Networks.Resolver.class)
class TableOfVotesTest {
    private final Networks networks;

    TableOfVotesTest(Networks networks) {
        this.networks = networks;
    }

    static List<Example> examples() throws IOException {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readmeSaysHowWellTheVotesAreLearned(Example example) throws Exception {
        Data votes = Data.votes();
        WeightFile trained = networks.trained(example, votes.examples());

        ImmutableIntArray meant = new ReferenceEngine().predict(trained, votes.queries(), Progress.NONE);

        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains("| `%s` | %s |".formatted(example, accuracy(votes, meant)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNetworkPredictsForTheVotesWhatTheProgramDoes(Example example) throws Exception {
        Data votes = Data.votes();
        WeightFile trained = networks.trained(example, votes.examples());

        assertThat(new BitsEngine().predict(trained, votes.queries(), Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(trained, votes.queries(), Progress.NONE));
    }

    private static String accuracy(Data data, ImmutableIntArray predictions) {
        int correct = data.correct(predictions);
        int all = data.queries().size();
        return String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100.0 * correct / all, correct, all);
    }
}
