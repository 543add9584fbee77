package dev.pupil.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataException;
import dev.pupil.runtime.data.Reading;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.experiment.Experiment.Outcome;
import dev.pupil.runtime.training.Training;
import dev.pupil.runtime.training.TrainingMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperimentTest {
    private static final Source LAST = new Source("last.pupil", """
            learner last(d features) {
                memory bit seen;
                learn (example v) { seen = v.label; }
                predict (query v) { return seen; }
            }
            """);

    @TempDir
    private Path folder = Path.of("");

    private Path training = Path.of("");
    private Path queries = Path.of("");
    private final Diary diary = new Diary();

    /** Writes down what it is told. */
    private static final class Diary implements Observer {
        private final List<String> entries = new ArrayList<>();

        @Override
        public void hasRead(Path file, Reading reading) {
            entries.add("read " + file.getFileName());
        }

        @Override
        public void isAboutToTrain(int updates, Duration estimate) {
            entries.add("about to make " + updates + " updates");
        }

        @Override
        public Progress begins(Task task) {
            entries.add(task.toString());
            return Progress.NONE;
        }
    }

    @BeforeEach
    void writeData() throws IOException {
        training = Files.writeString(folder.resolve("training.csv"), "0,1,0\n1,1,1\n");
        queries = Files.writeString(folder.resolve("queries.csv"), "0,0,1\n1,0,0\n1,1,1\n");
    }

    @Test
    void aRunReadsThenTrainsThenPredicts() throws Exception {
        Outcome outcome =
                new Experiment(diary).run(network(), training, queries, TrainingMethod.SGD, EngineKind.REFERENCE);

        assertThat(diary.entries)
                .containsExactly(
                        "read training.csv", "read queries.csv", "about to make 3 updates", "TRAINING", "PREDICTING");
        assertThat(outcome.training().maxDeviation()).isZero();
        assertThat(outcome.predictions().answers()).isEqualTo(ImmutableIntArray.of(1, 1, 1));
        assertThat(outcome.predictions().correct()).hasValue(2);
        assertThat(outcome.predictions().accuracy()).hasValue(2.0 / 3);
    }

    @Test
    void weightsInClosedFormNeedNoEstimate() throws Exception {
        Training result = new Experiment(diary).train(network(), training, TrainingMethod.CLOSED_FORM);

        assertThat(diary.entries).containsExactly("read training.csv", "TRAINING");
        assertThat(result.method()).isEqualTo(TrainingMethod.CLOSED_FORM);
        assertThat(result.trained().sizes().examples()).isEqualTo(2);
    }

    @Test
    void withoutRightAnswersThereIsNoScore() throws Exception {
        Path unlabelled = Files.writeString(folder.resolve("unlabelled.csv"), "0,0\n");
        WeightFile trained = new Experiment(diary)
                .train(network(), training, TrainingMethod.CLOSED_FORM)
                .trained();

        Predictions predictions = new Experiment(diary).predict(trained, unlabelled, EngineKind.AUTOMATON);

        assertThat(predictions.answers()).isEqualTo(ImmutableIntArray.of(1));
        assertThat(predictions.correct()).isEmpty();
        assertThat(predictions.accuracy()).isEmpty();
    }

    @Test
    void aNetworkWithoutMemoryIsNotAsked() {
        assertThatThrownBy(() -> new Experiment(diary).predict(network(), queries, EngineKind.REFERENCE))
                .isInstanceOf(PredictionException.class)
                .hasMessage("the network is not trained: its file has no memory.weight");
        assertThat(diary.entries).isEmpty();
    }

    @Test
    void queriesOfAnotherWidthAreRefusedBeforeTheTraining() throws IOException {
        Path narrow = Files.writeString(folder.resolve("narrow.csv"), "1\n");

        assertThatThrownBy(() -> new Experiment(diary)
                        .run(network(), training, narrow, TrainingMethod.SGD, EngineKind.REFERENCE))
                .isInstanceOf(DataException.class);
        assertThat(diary.entries).containsExactly("read training.csv");
    }

    @Test
    void dataLiesBesideTheProgramThatItBelongsTo() {
        assertThat(DataBeside.of(Path.of("a/b.c.pupil")))
                .isEqualTo(new DataBeside(Path.of("a/b.c-train.csv"), Path.of("a/b.c-test.csv")));
        assertThat(DataBeside.of(Path.of("program")))
                .isEqualTo(new DataBeside(Path.of("program-train.csv"), Path.of("program-test.csv")));
    }

    private static WeightFile network() throws DiagnosticException {
        return Compiler.compile(LAST).weights();
    }
}
