package dev.pupil.cli;

import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.compiler.weights.WeightFileException;
import dev.pupil.runtime.data.DataException;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.experiment.Experiment;
import dev.pupil.runtime.experiment.Predictions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pupil predict}. */
@Command(name = "predict", description = "Asks a trained network; prints a 0 or a 1 for each query, one a line.")
final class PredictCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "TRAINED", description = "The trained network, a .safetensors file.")
    private Path weights = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "QUERIES",
            required = true,
            description = "The queries, with labels (last) or without: .csv, .npy or .npz.")
    private Path data = Path.of("");

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(names = "--json", description = "Print the predictions as JSON.")
    private boolean json;

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Refusal, WeightFileException, DataException, PredictionException {
        WeightFile trained = WeightsInput.read(weights);
        try (ConsoleObserver observer = new ConsoleObserver(console)) {
            Predictions predictions = predict(trained, observer);
            PredictReport report = PredictReport.of(trained, predictions);
            if (json) {
                console.out().println(Json.text(report));
            } else {
                report.predictions().forEach(console.out()::println);
                report.score().ifPresent(console::note);
            }
        }
        return ExitStatus.DONE;
    }

    private Predictions predict(WeightFile trained, ConsoleObserver observer)
            throws DataException, PredictionException {
        try {
            return new Experiment(observer).predict(trained, data, engine.engine());
        } catch (PredictionException refused) {
            throw new PredictionException(weights + ": " + refused.getMessage());
        }
    }
}
