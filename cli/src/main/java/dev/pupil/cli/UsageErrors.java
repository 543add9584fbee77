package dev.pupil.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words on the command line that can't be understood: one message each, with what was perhaps meant. */
final class UsageErrors {
    private UsageErrors() {}

    /** Prints what is wrong with the command line; returns the exit status. */
    static int report(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + message(failure) + " (see '" + name + " --help')");
        return ExitStatus.BAD_INPUT;
    }

    private static String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return message(unmatched);
        }
        return decapitalised(Failures.message(failure));
    }

    private static String message(UnmatchedArgumentException failure) {
        String word = failure.getUnmatched().getFirst();
        boolean expectsCommand = !failure.getCommandLine().getSubcommands().isEmpty();
        String kind = failure.isUnknownOption()
                ? "unknown option"
                : expectsCommand ? "unknown command" : "unexpected argument";
        List<String> suggestions = failure.getSuggestions();
        return kind + " '" + word + "'"
                + (suggestions.isEmpty() ? "" : "; did you mean '" + suggestions.getFirst() + "'?");
    }

    private static String decapitalised(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
