package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.runtime.experiment.EngineKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainAndPredictTest {
    @TempDir
    private Path folder = Path.of("");

    private Workspace workspace = new Workspace(folder);

    @BeforeEach
    void layOut() {
        workspace = Workspace.in(folder);
    }

    @Test
    void aTrainedNetworkAnswersOneQueryALine() {
        CommandLineRun run = CommandLineRun.pupil(
                "predict", workspace.trained(), "--data", workspace.test(), "--engine", "automaton");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("0\n0\n");
        assertThat(run.err()).endsWith("\n50.0 % (1 of 2)\n");
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void everyEngineAnswersTheSame(EngineKind engine) {
        CommandLineRun run =
                CommandLineRun.pupil("predict", workspace.trained(), "--data", workspace.test(), "--engine", engine);

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("0\n0\n");
    }

    @Test
    void predictionsCanBeReadByMachines() {
        CommandLineRun run = CommandLineRun.pupil(
                "predict", workspace.trained(), "--data", workspace.test(), "--engine", "reference", "--json");

        assertThat(run.out()).isEqualTo("""
                        {
                          "learner" : "last",
                          "features" : 2,
                          "examples" : 2,
                          "queries" : 2,
                          "engine" : "reference",
                          "correct" : 1,
                          "accuracy" : 0.5,
                          "predictions" : [ 0, 0 ]
                        }
                        """);
    }

    @Test
    void trainingSaysWhereTheWeightsAreAndHowTheyCameAbout() {
        Path trained = workspace.path("trained.safetensors");

        CommandLineRun run =
                CommandLineRun.pupil("train", workspace.compiled(), "--data", workspace.training(), "-o", trained);

        assertThat(run.out())
                .isEqualTo(
                        "last: trained on 2 examples of 2 features; sgd, 3 updates, largest deviation from the closed"
                                + " form 0; written to " + trained + "\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void aNetworkThatHasNotBeenTrainedIsNotAsked() {
        Path compiled = workspace.compiled();

        assertThat(CommandLineRun.pupil("predict", compiled, "--data", workspace.test()))
                .isEqualTo(new CommandLineRun(
                        2, "", "pupil: " + compiled + ": the network is not trained: its file has no memory.weight\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trained.onnx", "trained.npz"})
    void formatsOfOtherProgramsAreWrittenButNotRead(String name) {
        Path trained = workspace.path(name);
        CommandLineRun training =
                CommandLineRun.pupil("train", workspace.compiled(), "--data", workspace.training(), "-o", trained);
        assertThat(training.out()).endsWith("; written to " + trained + "\n");

        CommandLineRun run = CommandLineRun.pupil("predict", trained, "--data", workspace.test());

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "pupil: %s: %s files are for other programs, pupil doesn't read them; use the network's .safetensors file\n"
                                .formatted(trained, name.substring("trained".length()))));
    }

    @Test
    void badTrainingDataLeavesNoFile() {
        Path data = workspace.write("bad.csv", "0,1,1\n0,2,1\n");
        Path trained = workspace.path("trained.safetensors");

        CommandLineRun run = CommandLineRun.pupil("train", workspace.compiled(), "--data", data, "-o", trained);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("pupil: " + data + ":2:2: ").hasLineCount(1);
        assertThat(workspace.files()).doesNotContain("trained.safetensors");
    }

    @Test
    void weightsThatWereCutOffAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(workspace.trained());
        Path cut = Files.write(workspace.path("cut.safetensors"), Arrays.copyOf(whole, whole.length / 2));

        CommandLineRun run = CommandLineRun.pupil("predict", cut, "--data", workspace.test());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("pupil: " + cut + ": ").hasLineCount(1);
    }

    @Test
    void aProgramHasToBeCompiledFirst() {
        Path program = workspace.write("xor.pupil", "learner xor(d features) { }");

        CommandLineRun run = CommandLineRun.pupil("predict", program, "--data", workspace.test());

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "pupil: " + program + ": this is a program; 'pupil compile " + program
                                + " -o OUT.safetensors' makes the network\n"));
    }

    @Test
    void weightsThatAreMissingAreNamed() {
        Path missing = workspace.path("missing.safetensors");

        CommandLineRun run = CommandLineRun.pupil("predict", missing, "--data", workspace.test());

        assertThat(run).isEqualTo(new CommandLineRun(2, "", "pupil: " + missing + ": no such file\n"));
    }

    @Test
    void requiredOptionsAreAskedFor() {
        assertThat(CommandLineRun.pupil("train", "a.safetensors", "--data", "b.csv"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "pupil train: missing required option: '--output=TRAINED' (see 'pupil train --help')\n"));
    }
}
