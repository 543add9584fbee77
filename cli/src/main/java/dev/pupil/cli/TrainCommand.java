package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.compiler.weights.WeightFileException;
import dev.pupil.runtime.data.DataException;
import dev.pupil.runtime.experiment.Experiment;
import dev.pupil.runtime.training.Training;
import dev.pupil.runtime.training.TrainingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pupil train}. */
@Command(name = "train", description = "Trains the memory layer of a compiled network on a data file.")
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "WEIGHTS", description = "The compiled network, a .safetensors file.")
    private Path weights = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "TRAIN",
            required = true,
            description = "The examples, label last: .csv, .npy or .npz.")
    private Path data = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "TRAINED",
            required = true,
            description = {
                "Where the trained network goes; how the name ends says",
                "how: .safetensors (for pupil predict), .onnx or .npz.",
                "Several -o write several."
            })
    private List<Path> outputFiles = List.of();

    @Mixin
    private TrainingOptions training = new TrainingOptions();

    @Option(names = "--json", description = "Print what was done as JSON.")
    private boolean json;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Refusal, IOException, WeightFileException, DataException, TrainingException {
        ImmutableList<WeightsOutput> outputs = WeightsOutput.checked(outputFiles, weights, data);
        WeightFile network = WeightsInput.read(weights);
        try (ConsoleObserver observer = new ConsoleObserver(console)) {
            Training result = new Experiment(observer).train(network, data, training.method());
            TrainReport report = TrainReport.of(result, WeightsOutput.write(outputs, result.trained()));
            console.out().println(json ? Json.text(report) : report.sentence());
        }
        return ExitStatus.DONE;
    }
}
