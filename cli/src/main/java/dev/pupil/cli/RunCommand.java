package dev.pupil.cli;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.SourceReader;
import dev.pupil.runtime.data.DataException;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.experiment.DataBeside;
import dev.pupil.runtime.experiment.Experiment;
import dev.pupil.runtime.experiment.Experiment.Outcome;
import dev.pupil.runtime.experiment.MachineExperiment;
import dev.pupil.runtime.machine.MachineRun;
import dev.pupil.runtime.machine.TapeException;
import dev.pupil.runtime.machine.WrittenTape;
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
@Command(
        name = "run",
        description = {
            "Compiles a learner, trains its network on data, asks it, and counts;",
            "or compiles a machine, writes a tape into its network, and lets it run."
        })
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

    @Mixin
    private MachineOptions machineOptions = new MachineOptions();

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call()
            throws Refusal, IOException, DiagnosticException, DataException, TrainingException, PredictionException,
                    TapeException {
        Definition definition = Compiler.definition(SourceReader.read(file));
        if (definition instanceof Machine machine && machine.lesson().isEmpty()) {
            run(machine);
        } else {
            machineOptions.refuseAny(definition.name() + " learns from examples");
            learn(definition);
        }
        return ExitStatus.DONE;
    }

    private void run(Machine machine) throws Refusal, DiagnosticException, PredictionException, TapeException {
        if (training.isPresent() || test.isPresent()) {
            throw new Refusal("machine '%s' learns nothing from examples; what it starts on is said with --tape"
                    .formatted(machine.name()));
        }
        WrittenTape tape = WrittenTape.parse(machine, machineOptions.tape());
        Optional<Integer> margin = machineOptions.margin();
        long most = machineOptions.steps().orElse(machine.steps().at(new Sizes(1, 1)));
        Compilation compilation = Compiler.compile(machine);
        MachineRun run;
        try (ProgressDisplay progress = new ProgressDisplay(console, "running")) {
            MachineExperiment experiment = new MachineExperiment(compilation, engine.engine(), progress);
            run = margin.isPresent() ? experiment.run(tape.within(margin.get()), most) : experiment.run(tape, most);
        }
        switch (run.ending()) {
            case HALTED -> {
                MachineReport report = MachineReport.of(run, engine.engine(), compilation.filter());
                console.out().print(json ? Json.text(report) + System.lineSeparator() : report.table());
            }
            case NONE ->
                throw new Refusal("machine '%s' has not halted after %s steps; --steps allows more"
                        .formatted(machine.name(), Count.grouped(run.steps())));
            case LEFT_TAPE ->
                throw new Refusal("the head of machine '%s' leaves the image after %s steps; --margin makes it larger"
                        .formatted(machine.name(), Count.grouped(run.steps())));
        }
    }

    private void learn(Definition definition)
            throws Refusal, DiagnosticException, DataException, TrainingException, PredictionException {
        DataBeside beside = DataBeside.of(file);
        Path trainingData = given(training, "--train", beside.training());
        Path testData = given(test, "--test", beside.queries());
        Compilation compilation = Compiler.compile(definition);
        try (ConsoleObserver observer = new ConsoleObserver(console)) {
            Outcome outcome = new Experiment(observer)
                    .run(compilation.weights(), trainingData, testData, trainingOptions.method(), engine.engine());
            RunReport report = RunReport.of(outcome);
            console.out().print(json ? Json.text(report) + System.lineSeparator() : report.table());
        }
    }

    private static Path given(Optional<Path> option, String name, Path beside) throws Refusal {
        if (option.isEmpty() && !Files.exists(beside)) {
            throw new Refusal("%s: no such file; say where the data is with %s".formatted(beside, name));
        }
        return option.orElse(beside);
    }
}
