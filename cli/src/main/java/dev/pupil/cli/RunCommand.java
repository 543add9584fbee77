package dev.pupil.cli;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceReader;
import dev.pupil.runtime.data.DataException;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.experiment.DataBeside;
import dev.pupil.runtime.experiment.Experiment;
import dev.pupil.runtime.experiment.Experiment.Outcome;
import dev.pupil.runtime.training.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pupil run}. */
@Command(name = "run", description = "Compiles a learner, trains its network on data, asks it, and counts.")
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The program.")
    private Path file = Path.of("");

    @Option(
            names = "--train",
            paramLabel = "TRAIN",
            description = "The examples, label last: .csv, .npy or .npz. Without it, NAME-train.csv beside NAME.pupil.")
    private Optional<Path> training = Optional.empty();

    @Option(
            names = "--test",
            paramLabel = "TEST",
            description = "The queries, with labels (last) or without. Without it, NAME-test.csv beside NAME.pupil.")
    private Optional<Path> test = Optional.empty();

    @Mixin
    private TrainingOptions trainingOptions = new TrainingOptions();

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call()
            throws Refusal, IOException, DiagnosticException, DataException, TrainingException, PredictionException {
        Source source = SourceReader.read(file);
        DataBeside beside = DataBeside.of(file);
        Path trainingData = given(training, "--train", beside.training());
        Path testData = given(test, "--test", beside.queries());
        Compilation compilation = Compiler.compile(source);
        try (ConsoleObserver observer = new ConsoleObserver(console)) {
            Outcome outcome = new Experiment(observer)
                    .run(
                            WeightFile.untrained(compilation.filter(), source),
                            trainingData,
                            testData,
                            trainingOptions.method(),
                            engine.engine());
            RunReport report = RunReport.of(outcome);
            console.out().print(json ? Json.text(report) + System.lineSeparator() : report.table());
        }
        return ExitStatus.DONE;
    }

    private static Path given(Optional<Path> option, String name, Path beside) throws Refusal {
        if (option.isEmpty() && !Files.exists(beside)) {
            throw new Refusal("%s: no such file; say where the data is with %s".formatted(beside, name));
        }
        return option.orElse(beside);
    }
}
