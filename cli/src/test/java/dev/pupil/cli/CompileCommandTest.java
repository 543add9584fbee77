package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.weights.SafetensorsReader;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.export.NpzFile;
import dev.pupil.runtime.export.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CompileCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Workspace workspace = new Workspace(folder);

    @BeforeEach
    void layOut() {
        workspace = Workspace.in(folder);
    }

    @Test
    void aCompiledProgramIsAWeightFileThatHoldsItsSource() throws Exception {
        Path output = workspace.path("out.safetensors");

        CommandLineRun run = CommandLineRun.pupil("compile", workspace.program(), "-o", output);

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("last: ").endsWith("; written to " + output + "\n");
        WeightFile weights = SafetensorsReader.read(output);
        assertThat(weights.source().text()).isEqualTo(Workspace.LAST);
        assertThat(weights.memory()).isEmpty();
    }

    @Test
    void theSameNetworkIsWrittenInEveryFormatThatIsAskedFor() throws Exception {
        Path[] files = {workspace.path("a.onnx"), workspace.path("b.npz"), workspace.path("c.safetensors")};

        CommandLineRun run = CommandLineRun.pupil(
                "compile", workspace.program(), "-o", files[0], "-o", files[1], "-o", files[2], "--json");

        WeightFile weights = SafetensorsReader.read(files[2]);
        assertThat(files[0]).hasBinaryContent(OnnxModel.bytes(weights));
        assertThat(files[1]).hasBinaryContent(NpzFile.bytes(weights));
        assertThat(JsonMapper.shared().readTree(run.out()).get("files").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly(files[0].toString(), files[1].toString(), files[2].toString());
    }

    @Test
    void jsonHasTheSizesAndTheFiles() throws Exception {
        Path output = workspace.path("out.safetensors");

        CommandLineRun run = CommandLineRun.pupil("compile", workspace.program(), "-o", output, "--json");

        JsonNode report = JsonMapper.shared().readTree(run.out());
        WeightFile weights = SafetensorsReader.read(output);
        assertThat(report.propertyNames())
                .containsExactly(
                        "learner", "channels", "hiddenUnits", "nonzeroWeights", "steps", "memoryBits", "files");
        assertThat(report.get("channels").asInt())
                .isEqualTo(weights.filter().channels().size());
        assertThat(report.get("hiddenUnits").asInt())
                .isEqualTo(weights.filter().units().size());
        assertThat(report.get("nonzeroWeights").asInt())
                .isEqualTo(weights.filter().nonZeroWeights());
        assertThat(report.get("steps").asString())
                .isEqualTo(weights.filter().geometry().steps().toString());
        assertThat(report.get("memoryBits").asString()).isEqualTo("1");
        assertThat(report.get("files").get(0).asString()).isEqualTo(output.toString());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageCanBePrinted(Stage stage) {
        CommandLineRun run = CommandLineRun.pupil("compile", workspace.program(), "--emit", stage);

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("last").endsWith("\n");
        assertThat(run.err()).startsWith("last: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -o out.txt              | pupil: out.txt: weights are written to a file that ends in .safetensors, .onnx or .npz
                    -o onnx                 | pupil: onnx: weights are written to a file that ends in .safetensors, .onnx or .npz
                    --emit ast --dims 1     | pupil: --dims 1: pupil compiles to two-dimensional networks only, so far
                    --emit ast --json       | pupil: --emit and --json both print to standard output; choose one of them
                    --json --json=x         | pupil compile: invalid value for option '--json': 'x' is not a boolean (see 'pupil compile --help')
                    --emit past             | pupil compile: invalid value for option '--emit': 'past' is none of ast, passes, automaton, circuit, filter (see 'pupil compile --help')
                    --output                | pupil compile: missing required parameter for option '--output' (OUT) (see 'pupil compile --help')
                    --outptu x              | pupil compile: unknown option '--outptu'; did you mean '--output'? (see 'pupil compile --help')
                    """)
    void whatCannotBeDoneIsSaidInOneMessage(String words, String message) {
        Object[] all = ("compile\t" + workspace.program() + "\t" + words.replace(' ', '\t')).split("\t");

        assertThat(CommandLineRun.pupil(all)).isEqualTo(new CommandLineRun(2, "", message + "\n"));
    }

    @Test
    void weightsNeedAPlace() {
        assertThat(CommandLineRun.pupil("compile", workspace.program()))
                .isEqualTo(
                        new CommandLineRun(
                                2,
                                "",
                                "pupil: say where the weights go with -o OUT.safetensors, or print a stage with --emit STAGE\n"));
    }

    @Test
    void aFolderIsNoPlaceForWeights() throws IOException {
        Path output = Files.createDirectory(workspace.path("a.safetensors"));

        assertThat(CommandLineRun.pupil("compile", workspace.program(), "-o", output))
                .isEqualTo(new CommandLineRun(2, "", "pupil: " + output + ": is a folder, not a file\n"));
    }

    @Test
    void aFolderThatIsMissingIsNotMade() {
        Path output = workspace.path("none/a.safetensors");

        assertThat(CommandLineRun.pupil("compile", workspace.program(), "-o", output))
                .isEqualTo(new CommandLineRun(
                        2, "", "pupil: %s: there is no folder %s\n".formatted(output, output.getParent())));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatTakesNoFilesIsNoticedBeforeTheWork() {
        assertThat(CommandLineRun.pupil("compile", workspace.program(), "-o", "/proc/a.safetensors"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "pupil: /proc/a.safetensors: the folder /proc can't be written to: no such directory\n"));
    }

    @Test
    void theProgramIsNeverOverwritten() {
        Path program = workspace.write("program.safetensors", Workspace.LAST);

        assertThat(CommandLineRun.pupil("compile", program, "-o", folder.resolve("./program.safetensors")))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "pupil: " + folder.resolve("./program.safetensors") + ": would overwrite its own input\n"));
        assertThat(program).hasContent(Workspace.LAST);
    }

    @Test
    void aProgramThatIsWrongLeavesNoFile() {
        Path wrong = workspace.write("wrong.pupil", "learner");

        assertThat(CommandLineRun.pupil("compile", wrong, "-o", workspace.path("a.safetensors"))
                        .status())
                .isEqualTo(2);
        assertThat(workspace.files()).doesNotContain("a.safetensors");
    }
}
