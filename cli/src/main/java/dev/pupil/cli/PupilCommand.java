package dev.pupil.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code pupil} itself: a command is needed. */
@Command(
        name = "pupil",
        description = "Compiles learning algorithms to neural-network weights, trains the networks and asks them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "pupil 0.1.0",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:a check that was asked for failed",
            "2:bad input or usage",
            "70:a fault of pupil itself",
        },
        footer = "%nPUPIL_JAVA_OPTIONS in the environment is passed to Java, for example -Xmx16g.")
final class PupilCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = Pupil.SHOW_STACK_TRACE,
            hidden = true,
            scope = ScopeType.INHERIT,
            description = "Show where in the code a failure comes from.")
    boolean showStackTrace;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
