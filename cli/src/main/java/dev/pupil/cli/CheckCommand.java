package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.MemoryBits;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Program;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pupil check}. */
@Command(
        name = "check",
        description = {"Says whether programs compile, their memory and depth, and how each loop runs."})
final class CheckCommand implements Callable<Integer> {
    private final Console console;
    private final Failures failures;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Programs.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Print an array with an object for each program.")
    private boolean json;

    CheckCommand(Console console, Failures failures) {
        this.console = console;
        this.failures = failures;
    }

    @Override
    public Integer call() {
        int status = ExitStatus.DONE;
        ImmutableList.Builder<CheckReport> reports = ImmutableList.builder();
        for (Path file : files) {
            try {
                reports.add(json ? report(file) : print(file));
            } catch (DiagnosticException refusal) {
                reports.add(CheckReport.of(file, refusal));
                status = json ? ExitStatus.BAD_INPUT : failures.report(refusal);
            } catch (IOException failure) {
                status = failures.report(failure);
            }
        }
        if (json) {
            console.out().println(Json.text(reports.build()));
        }
        return status;
    }

    private static CheckReport report(Path file) throws DiagnosticException, IOException {
        return CheckReport.of(file, Compiler.lower(Compiler.definition(SourceReader.read(file))));
    }

    private CheckReport print(Path file) throws DiagnosticException, IOException {
        Source source = SourceReader.read(file);
        Definition program = Compiler.definition(source);
        String kind = switch (program) {
            case Program learner -> "learner";
            case Machine machine -> "machine";
        };
        console.out().printf("%s: %s %s%n", file, kind, program.name());
        String bits = MemoryBits.of(program).toString();
        line("memory", bits + (bits.equals("1") ? " bit" : " bits"));
        Lowering lowering = Compiler.lower(program);
        line("depth", lowering.automaton().geometry().steps() + " steps");
        line(
                "image",
                lowering.automaton().geometry().rows() + " rows, "
                        + lowering.automaton().geometry().columns() + " columns");
        CheckReport report = CheckReport.of(file, lowering);
        report.summary().ifPresent(this::printLoops);
        return report;
    }

    private void printLoops(CheckReport.Summary summary) {
        summary.waves().ifPresent(reason -> line("waves", "none: " + reason));
        for (CheckReport.Loop loop : summary.loops()) {
            line(loop.routine(), "line " + loop.line() + ": " + loop.lowering());
        }
    }

    private void line(String label, String text) {
        console.out().printf("  %-8s %s%n", label, text);
    }
}
