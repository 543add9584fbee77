package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.compiler.weights.WeightFileException;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.SourceReader;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.timing.Comparison;
import dev.pupil.runtime.timing.Comparison.Row;
import dev.pupil.verify.TargetFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pupil bench}. */
@Command(
        name = "bench",
        description = {
            "Times a network's steps on the engines bits, onnx and nd4j, one after another in this process.",
            "A figure is the median of several samples after warming up, for one step of one image, in batches of the"
                    + " size that suits the engine."
        })
final class BenchCommand implements Callable<Integer> {
    private static final ImmutableList<ImageSize> USUAL =
            ImmutableList.of(new ImageSize(33, 17), new ImageSize(129, 65), new ImageSize(513, 257));

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The program, or its network, a .safetensors file.")
    private Path file = Path.of("");

    @Option(
            names = "--image",
            paramLabel = "ROWSxCOLUMNS",
            description =
                    "The size of the memory, (m+1)x(d+1); may be repeated. Without it: 33x17, 129x65 and 513x257.")
    private List<ImageSize> images = new ArrayList<>();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads bits and onnx use; nd4j uses one. Default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(names = "--plot", paramLabel = "OUT.png", description = "Draw time against size, too.")
    private Optional<Path> plot = Optional.empty();

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Refusal, IOException, DiagnosticException, WeightFileException, PredictionException {
        if (threads < 1) {
            throw new Refusal("--threads %s: at least one thread is needed".formatted(threads));
        }
        if (plot.isPresent()) {
            BenchPlot.check(plot.get());
        }
        WeightFile network = network();
        Comparison comparison = new Comparison(network, threads);
        if (!json) {
            console.out().println(BenchReport.heading());
        }
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        for (ImageSize image : images.isEmpty() ? USUAL : images) {
            Row row = comparison.time(new Sizes(image.columns() - 1, image.rows() - 1));
            rows.add(row);
            if (!json) {
                console.out().println(BenchReport.line(row));
                console.out().flush();
            }
        }
        BenchReport report = BenchReport.of(network.filter(), threads, rows.build());
        if (json) {
            console.out().println(Json.text(report));
        }
        if (plot.isPresent()) {
            BenchPlot.write(report, plot.get());
        }
        return ExitStatus.DONE;
    }

    private WeightFile network() throws Refusal, IOException, DiagnosticException, WeightFileException {
        if (TargetFiles.isProgram(file)) {
            return Compiler.compile(SourceReader.read(file)).weights();
        }
        return WeightsInput.read(file);
    }
}
