package dev.pupil.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.experiment.EngineKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EngineRefusalTest {
    private static final Source CONSTANT =
            new Source("yes.pupil", "learner yes(d features) { learn (example v) {} predict (query v) { return 1; } }");
    private static final DataSet ONE_ROW = DataSet.of(2, List.of(new BitSet()), Optional.of(new BitSet()));

    static final List<Engine> INTERPRETERS = List.of(new ReferenceEngine(), new AutomatonEngine());
    static final List<Engine> ENGINES =
            Arrays.stream(EngineKind.values()).map(EngineKind::start).toList();

    @ParameterizedTest
    @FieldSource("ENGINES")
    void aNetworkThatIsNotTrainedCannotPredict(Engine engine) {
        assertRefused(
                engine,
                Networks.untrained(CONSTANT),
                ONE_ROW,
                "the network is not trained: its file has no memory.weight");
    }

    @ParameterizedTest
    @FieldSource("ENGINES")
    void queriesMustHaveAsManyFeaturesAsTheTrainingData(Engine engine) {
        DataSet wider = DataSet.of(3, List.of(new BitSet()), Optional.empty());
        assertRefused(
                engine,
                Networks.trained(CONSTANT, ONE_ROW),
                wider,
                "queries have 3 features, but the network was trained with 2");
    }

    @ParameterizedTest
    @FieldSource("ENGINES")
    void memoryThatIsNotFullIsRefused(Engine engine) {
        assertRefused(
                engine,
                Networks.withMemory(new double[][] {{1, 1, -1}, {0, 0, 0}, {0, 0, 0}}),
                ONE_ROW,
                "memory is not full: 2 of 3 rows are still empty; train on the whole data set before predicting");
    }

    @ParameterizedTest
    @FieldSource("INTERPRETERS")
    void aFileWhoseProgramDoesNotCompileIsRefused(Engine engine) {
        WeightFile broken = Networks.trained(new Source("broken.pupil", "learner"), ONE_ROW);
        assertThat(catchThrowable(() -> engine.predict(broken, ONE_ROW, Progress.NONE)))
                .isInstanceOf(PredictionException.class)
                .hasMessageStartingWith("the program in the weight file does not compile: broken.pupil:1:");
    }

    @ParameterizedTest
    @FieldSource("INTERPRETERS")
    void progressIsToldOfEveryQuery(Engine engine) throws PredictionException {
        DataSet queries = DataSet.of(2, Collections.nCopies(3, new BitSet()), Optional.empty());
        List<String> reports = new ArrayList<>();
        assertThat(engine.predict(
                                Networks.trained(CONSTANT, ONE_ROW),
                                queries,
                                (done, total) -> reports.add(done + "/" + total))
                        .asList())
                .containsExactly(1, 1, 1);
        assertThat(reports).containsExactly("1/3", "2/3", "3/3");
    }

    @Test
    void memoryLargerThanAnyArrayIsRefused() {
        Source cube = new Source(
                "cube.pupil",
                "learner cube(d features) { memory bit t[d][d][d]; learn (example v) {}"
                        + " predict (query v) { return t[0][0][0]; } }");
        DataSet wide = DataSet.of(2000, List.of(new BitSet()), Optional.of(new BitSet()));
        assertRefused(
                new ReferenceEngine(),
                Networks.trained(cube, wide),
                wide,
                "the program can't be run at this size: t is too large: 8000000000 values at d = 2000, m = 1");
    }

    private static void assertRefused(Engine engine, WeightFile trained, DataSet queries, String message) {
        assertThat(catchThrowable(() -> engine.predict(trained, queries, Progress.NONE)))
                .isInstanceOf(PredictionException.class)
                .hasMessage(message);
    }
}
