package dev.pupil.cli;

import dev.pupil.compiler.weights.WeightFileException;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.DiagnosticRenderer;
import dev.pupil.runtime.data.DataException;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.machine.TapeException;
import dev.pupil.runtime.training.TrainingException;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns what went wrong into one message and an exit status. */
final class Failures {
    private final Console console;
    private final boolean showStackTraces;

    /**
     * Failures of one run.
     *
     * @param showStackTraces whether the user wants to see where in the code a failure comes from
     */
    Failures(Console console, boolean showStackTraces) {
        this.console = console;
        this.showStackTraces = showStackTraces;
    }

    /** Prints why a command failed; returns the exit status. */
    int report(Throwable failure) {
        // Where both streams go to the same place, results from before the failure come before its message.
        console.out().flush();
        trace(failure);
        if (failure instanceof DiagnosticException wrong) {
            console.note(
                    Colours.diagnostics(describe(wrong), console.abilities().colourErr()));
            return ExitStatus.BAD_INPUT;
        }
        console.note("pupil: " + describe(failure));
        return isExpected(failure) ? ExitStatus.BAD_INPUT : ExitStatus.INTERNAL_ERROR;
    }

    /** Whether the user can do something about a failure; else it is a fault of pupil itself. */
    private static boolean isExpected(Throwable failure) {
        return switch (failure) {
            case DiagnosticException wrong -> true;
            case Refusal refusal -> true;
            case WeightFileException unusable -> true;
            case DataException unusable -> true;
            case TrainingException untrainable -> true;
            case TapeException unreadable -> true;
            case PredictionException unanswered -> true;
            case IOException unreadable -> true;
            case OutOfMemoryError full -> true;
            default -> false;
        };
    }

    /** Why something failed, as the user is told: a sentence, or diagnostics with their places. */
    static String describe(Throwable failure) {
        return switch (failure) {
            case DiagnosticException wrong -> DiagnosticRenderer.render(wrong);
            case IOException unreadable -> FileProblem.describe(unreadable);
            case OutOfMemoryError full ->
                "out of memory; PUPIL_JAVA_OPTIONS=-Xmx… sets how much there is ("
                        + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB now)";
            default ->
                isExpected(failure)
                        ? message(failure)
                        : "internal error: " + failure + ", please report (" + Pupil.SHOW_STACK_TRACE
                                + " shows where it happened)";
        };
    }

    /** Shows where in the code a failure comes from, if the user wants to see that. */
    void trace(Throwable failure) {
        if (showStackTraces) {
            failure.printStackTrace(console.err());
        }
    }

    /** What an exception says. */
    static String message(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }

    /** If results did not reach their reader: says why, and returns the exit status that this gives the run. */
    OptionalInt unwritten() {
        return console.outputFailure()
                .map(failure -> OptionalInt.of(
                        isBrokenPipe(failure)
                                ? ExitStatus.BROKEN_PIPE
                                : refuse("can't write to standard output: " + message(failure))))
                .orElse(OptionalInt.empty());
    }

    private int refuse(String message) {
        console.note("pupil: " + message);
        return ExitStatus.BAD_INPUT;
    }

    private static boolean isBrokenPipe(IOException failure) {
        return "Broken pipe".equals(failure.getMessage());
    }
}
