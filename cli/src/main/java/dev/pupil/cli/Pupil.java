package dev.pupil.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.pupil.cli.Console.Abilities;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.runtime.training.TrainingMethod;
import dev.pupil.verify.Checks;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Settings.Effort;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The {@code pupil} command's entry point. */
public final class Pupil {
    /** The hidden option of every command that shows where in the code a failure comes from. */
    static final String SHOW_STACK_TRACE = "--stacktrace";

    private Pupil() {}

    /**
     * Runs one command line and ends the process with its status, one of {@link ExitStatus}.
     *
     * @param arguments a command and its options, as {@code pupil --help} tells
     */
    public static void main(String[] arguments) {
        // What is printed has the same digits everywhere, also what libraries print.
        Locale.setDefault(Locale.ROOT);
        StandardError.restore(Optional.ofNullable(System.getProperty("pupil.standardError")));
        Launcher.endTogether();
        PrintStream messages = System.err;
        Console console = new Console(new FileOutputStream(FileDescriptor.out), messages, abilities());
        // Libraries print to standard output now and then; it is for results alone.
        System.setOut(messages);
        System.exit(Launcher.status(run(console, arguments)));
    }

    /** Runs one command line; returns its exit status. */
    static int run(Console console, String... arguments) {
        return run(console, Checks.standard(), arguments);
    }

    /** Runs one command line, with {@code checks} for what {@code verify} does; returns its exit status. */
    static int run(Console console, Checks checks, String... arguments) {
        Failures failures = new Failures(console, ImmutableSet.copyOf(arguments).contains(SHOW_STACK_TRACE));
        int status;
        try {
            status = commandLine(console, failures, checks).execute(arguments);
        } catch (RuntimeException | Error failure) {
            status = failures.report(failure);
        }
        return failures.unwritten().orElse(status);
    }

    private static CommandLine commandLine(Console console, Failures failures, Checks checks) {
        CommandLine line = new CommandLine(new PupilCommand());
        line.addSubcommand(new CheckCommand(console, failures));
        line.addSubcommand(new CompileCommand(console));
        line.addSubcommand(new TrainCommand(console));
        line.addSubcommand(new PredictCommand(console));
        line.addSubcommand(new RunCommand(console));
        line.addSubcommand(new VerifyCommand(console, failures, checks));
        line.addSubcommand(new BenchCommand(console));
        line.addSubcommand(new ExplainCommand(console));
        line.registerConverter(Stage.class, new ChoiceConverter<>(Stage.values()));
        line.registerConverter(EngineKind.class, new ChoiceConverter<>(EngineKind.values()));
        line.registerConverter(TrainingMethod.class, new ChoiceConverter<>(TrainingMethod.values()));
        line.registerConverter(Effort.class, new ChoiceConverter<>(Effort.values()));
        line.registerConverter(Obligation.class, new ObligationConverter());
        line.registerConverter(ImageSize.class, new ImageSize.Converter());
        line.setOut(console.out());
        line.setErr(console.err());
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(console.abilities().colourOut() ? Ansi.ON : Ansi.OFF));
        line.setParameterExceptionHandler(UsageErrors::report);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure));
        return line;
    }

    /** The launcher says which streams are terminals, since Java can't ask about one of them alone. */
    private static Abilities abilities() {
        ImmutableSet<String> terminals =
                ImmutableSet.copyOf(Splitter.on(',').split(System.getProperty("pupil.terminals", "")));
        boolean colour = System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                && !System.getenv().getOrDefault("TERM", "dumb").equals("dumb");
        return new Abilities(
                colour && terminals.contains("out"), colour && terminals.contains("err"), terminals.contains("err"));
    }
}
