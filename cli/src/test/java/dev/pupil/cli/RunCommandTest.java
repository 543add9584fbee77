package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.grammar.source.SourceReader;
import dev.pupil.runtime.experiment.EngineKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RunCommandTest {
    private static final Sizes SIZES = new Sizes(2, 2);

    @TempDir
    private Path folder = Path.of("");

    private Workspace workspace = new Workspace(folder);

    @BeforeEach
    void layOut() {
        workspace = Workspace.in(folder);
    }

    @Test
    void aRunTrainsByGradientDescentAndCounts() throws Exception {
        CommandLineRun run = CommandLineRun.pupil("run", workspace.program());

        Compilation compilation = Compiler.compile(SourceReader.read(workspace.program()));
        assertThat(run.err()).isEqualTo("""
                        %s: 2 rows, 2 features, no header, values 0/1, label in the last column
                        %s: 2 rows, 2 features, no header, values 0/1, label in the last column
                        """.formatted(workspace.training(), workspace.test()));
        assertThat(run.out()).isEqualTo("""
                        learner   last
                        data      2 features, 2 examples, 2 queries
                        image     3 × 3 pixels
                        network   %d channels, %d hidden units, %d non-zero weights
                        steps     %d
                        training  sgd, 3 updates, largest deviation from the closed form 0
                        engine    bits
                        accuracy  50.0 %% (1 of 2)
                        """.formatted(
                        compilation.filter().channels().size(),
                        compilation.filter().units().size(),
                        compilation.filter().nonZeroWeights(),
                        compilation.filter().geometry().steps().at(SIZES)));
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void everyEngineAnswersTheSame(EngineKind engine) {
        CommandLineRun run =
                CommandLineRun.pupil("run", workspace.program(), "--engine", engine, "--training", "closed-form");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("\ntraining  closed form: the weights that 3 updates of SGD would reach, written down\n")
                .contains("\nengine    " + engine + "\n")
                .contains("\naccuracy  50.0 % (1 of 2)\n");
    }

    @Test
    void jsonSaysEverything() {
        CommandLineRun run = CommandLineRun.pupil(
                "run", workspace.program(), "--engine=reference", "--training=closed-form", "--json");

        JsonNode report = JsonMapper.shared().readTree(run.out());
        assertThat(report.propertyNames())
                .containsExactly(
                        "learner",
                        "features",
                        "examples",
                        "queries",
                        "engine",
                        "steps",
                        "image",
                        "network",
                        "training",
                        "correct",
                        "accuracy",
                        "predictions");
        assertThat(report.get("network").propertyNames()).containsExactly("channels", "hiddenUnits", "nonzeroWeights");
        assertThat(report.get("training").propertyNames()).containsExactly("method", "steps", "maxDeviation");
        assertThat(report.get("training").get("method").asString()).isEqualTo("closed-form");
        assertThat(report.get("image").toString()).isEqualTo("[3,3]");
        assertThat(report.get("correct").asInt()).isEqualTo(1);
        assertThat(report.get("accuracy").asDouble()).isEqualTo(0.5);
        assertThat(report.get("predictions").toString()).isEqualTo("[0,0]");
    }

    @Test
    void accuracyIsNullWhereNobodyKnowsTheAnswers() {
        Path unlabelled = workspace.write("unlabelled.csv", "1,1\n0,1\n");

        CommandLineRun run = CommandLineRun.pupil(
                "run",
                workspace.program(),
                "--test",
                unlabelled,
                "--engine=reference",
                "--training=closed-form",
                "--json");

        JsonNode report = JsonMapper.shared().readTree(run.out());
        assertThat(report.get("accuracy").isNull()).isTrue();
        assertThat(report.get("correct").isNull()).isTrue();
        assertThat(report.get("predictions").toString()).isEqualTo("[0,0]");
    }

    @Test
    void answersAreShownWhereNobodyKnowsThem() {
        Path unlabelled = workspace.write("unlabelled.csv", "1,1\n0,1\n");

        CommandLineRun run = CommandLineRun.pupil(
                "run", workspace.program(), "--test", unlabelled, "--engine=reference", "--training=closed-form");

        assertThat(run.out()).endsWith("\nanswers   0 0\n").doesNotContain("accuracy");
    }

    @Test
    void dataThatIsNotBesideTheProgramMustBeNamed() throws Exception {
        Files.delete(workspace.test());

        assertThat(CommandLineRun.pupil("run", workspace.program()))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "pupil: %s: no such file; say where the data is with --test\n".formatted(workspace.test())));
    }

    @Test
    void bothFilesAreReadBeforeTheWorkBegins() {
        workspace.write("last-test.csv", "0,1,1,1,1\n");

        CommandLineRun run = CommandLineRun.pupil("run", workspace.program());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList().getLast())
                .isEqualTo(
                        "pupil: " + workspace.test()
                                + ":1: 5 columns, but the learner was trained with 2 features: 2, or 3 with labels, are needed");
    }
}
