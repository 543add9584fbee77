package dev.pupil.cli;

import com.google.common.collect.ImmutableSet;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceReader;
import dev.pupil.verify.Checks;
import dev.pupil.verify.TargetFiles;
import dev.pupil.verify.Verifier;
import dev.pupil.verify.cache.CacheFolder;
import dev.pupil.verify.cache.FindingCache;
import dev.pupil.verify.report.JsonReport;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Report;
import dev.pupil.verify.report.ReportFolder;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pupil verify}. */
@Command(
        name = "verify",
        description = {
            "Verifies compiled networks, from the bytes of the weight file and the program alone.",
            "Prints a table for each: what was to be established, how it was (checked, proved, exhausted, tested), in how"
                    + " many cases, and a counterexample where it does not hold. What held before and has not changed is"
                    + " remembered."
        },
        exitCodeList = {
            "0:every obligation holds",
            "1:something is refuted or undecided",
            "2:bad input or usage",
            "70:a fault of pupil itself",
        },
        footer = {
            "%nExample:",
            "  pupil verify examples/parity.pupil --report verification",
            "%nPUPIL_JAVA_OPTIONS in the environment is passed to Java, for example -Xmx16g."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Console console;
    private final Failures failures;
    private final Checks checks;
    private final List<Report> reports = new ArrayList<>();
    private int status = ExitStatus.DONE;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Programs (.pupil), which are compiled first, weight files (.safetensors), and folders: all of"
                            + " both in them and below.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "PROGRAM",
            description = "The program that the weight file should have been compiled from.")
    private Optional<Path> source = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write report.html, junit.xml and report.json into this folder.")
    private Optional<Path> reportFolder = Optional.empty();

    @Option(names = "--json", description = "Print an array with an object for each file instead of tables.")
    private boolean json;

    @Option(
            names = "--effort",
            paramLabel = "EFFORT",
            description = "How many cases are tried where not all can be: ${COMPLETION-CANDIDATES}. Proofs are always"
                    + " the same. Default: ${DEFAULT-VALUE}.")
    private Effort effort = Settings.DEFAULT.effort();

    @Option(names = "--cross-check", description = "Confirm proofs by a second, independent solver.")
    private boolean crossCheck;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What everything random starts from. Default: ${DEFAULT-VALUE}.")
    private long seed = Settings.DEFAULT.seed();

    @Option(
            names = "--only",
            paramLabel = "V2,V5,…",
            split = ",",
            hideParamSyntax = true,
            description = "Only these obligations, and V1, on which all rest.")
    private List<Obligation> only = List.copyOf(Verifier.ALL);

    @Option(names = "--no-cache", description = "Check everything again.")
    private boolean noCache;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where to remember what holds. Default: pupil/verify in $$XDG_CACHE_HOME or ~/.cache.")
    private Optional<Path> cacheFolder = Optional.empty();

    VerifyCommand(Console console, Failures failures, Checks checks) {
        this.console = console;
        this.failures = failures;
        this.checks = checks;
    }

    @Override
    public Integer call() throws Refusal, IOException {
        checkOptions();
        Optional<ReportFolder> folder = openReportFolder();
        VerifyFiles found = VerifyFiles.of(files);
        FindingCache cache = cache();
        found.unusable().forEach(this::fail);
        for (Path file : found.files()) {
            try {
                Report report = verify(file, cache);
                reports.add(report);
                status = Math.max(status, report.holds() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED);
                print(report);
            } catch (DiagnosticException | IOException | RuntimeException | Error unusable) {
                fail(file, unusable);
            }
        }
        finish(folder);
        return status;
    }

    /** A file that can't be verified is in the reports, too: nobody shall take them for the whole otherwise. */
    private void fail(Path file, Throwable reason) {
        status = Math.max(status, failures.report(reason));
        reports.add(Report.failed(file.toString(), Failures.describe(reason)));
    }

    private void checkOptions() throws Refusal {
        if (source.isPresent() && (files.size() != 1 || !TargetFiles.isWeights(files.getFirst()))) {
            throw new Refusal("--source names the program of one weight file; give one .safetensors file with it");
        }
        if (noCache && cacheFolder.isPresent()) {
            throw new Refusal("--cache and --no-cache contradict each other; choose one of them");
        }
    }

    private Optional<ReportFolder> openReportFolder() throws IOException {
        return reportFolder.isPresent() ? Optional.of(ReportFolder.in(reportFolder.get())) : Optional.empty();
    }

    private FindingCache cache() {
        Path usual = CacheFolder.usual(System.getenv(), Path.of(System.getProperty("user.home", "")));
        return noCache ? FindingCache.NONE : CacheFolder.in(cacheFolder.orElse(usual), console::note);
    }

    private Report verify(Path file, FindingCache cache) throws IOException, DiagnosticException {
        Settings settings = new Settings(effort, crossCheck, seed);
        try (TargetFiles targets = new TargetFiles();
                VerifyProgress progress = new VerifyProgress(console, failures, file)) {
            Target target = TargetFiles.isProgram(file) ? targets.program(file) : TargetFiles.weights(file, claimed());
            return new Verifier(checks, cache, progress).verify(target, settings, ImmutableSet.copyOf(only));
        }
    }

    private Optional<Source> claimed() throws IOException {
        return source.isPresent() ? Optional.of(SourceReader.read(source.get())) : Optional.empty();
    }

    private void print(Report report) {
        if (!json) {
            console.out().print(VerifyTable.of(report, console.abilities().colourOut()));
            console.out().flush();
        }
    }

    private void finish(Optional<ReportFolder> folder) throws IOException {
        if (json) {
            console.out().println(JsonReport.text(reports));
        } else if (reports.size() > 1) {
            long holding = reports.stream().filter(Report::holds).count();
            console.out().printf("every obligation holds for %s of %s files%n", holding, reports.size());
        }
        if (folder.isPresent()) {
            folder.get().write(reports);
        }
    }
}
