package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.SourceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pupil compile}. */
@Command(
        name = "compile",
        description = "Compiles a learner to the filters of a convolutional network, which serve data of every size.")
final class CompileCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The program.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = {
                "Where the weights go; how the name ends says how:",
                ".safetensors, .onnx or .npz. Several -o write several."
            })
    private List<Path> outputFiles = List.of();

    @Option(
            names = "--emit",
            paramLabel = "STAGE",
            description = "Print a stage of the compilation as text: ${COMPLETION-CANDIDATES}.")
    private Optional<Stage> stage = Optional.empty();

    @Option(names = "--json", description = "Print what was made as JSON.")
    private boolean json;

    @Option(names = "--dims", hidden = true, description = "Dimensions of the network's images.")
    private int dimensions = 2;

    CompileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Refusal, DiagnosticException, IOException {
        checkOptions();
        ImmutableList<WeightsOutput> outputs = WeightsOutput.checked(outputFiles, file);
        Compilation compilation = Compiler.compile(SourceReader.read(file));
        ImmutableList<String> written = WeightsOutput.write(outputs, compilation.weights());
        CompileReport report = CompileReport.of(compilation, written);
        if (json) {
            console.out().println(Json.text(report));
        } else if (stage.isPresent()) {
            console.out().print(stage.get().text(compilation));
            console.note(report.sentence());
        } else {
            console.out().println(report.sentence());
        }
        return ExitStatus.DONE;
    }

    private void checkOptions() throws Refusal {
        if (dimensions != 2) {
            throw new Refusal("--dims " + dimensions + ": pupil compiles to two-dimensional networks only, so far");
        }
        if (outputFiles.isEmpty() && stage.isEmpty() && !json) {
            throw new Refusal("say where the weights go with -o OUT.safetensors, or print a stage with --emit STAGE");
        }
        if (stage.isPresent() && json) {
            throw new Refusal("--emit and --json both print to standard output; choose one of them");
        }
    }
}
