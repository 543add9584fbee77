package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.cli.Console.Abilities;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.SafetensorsReader;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.verify.Checks;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.TargetCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command, with checks that say what a test wants. */
final class VerifyCommandTest {
    private static final Conclusion HOLDS = Conclusion.holds(
            new Evidence(Strength.EXHAUSTED, "all small ones", 4_096, "data sets"),
            new Evidence(Strength.TESTED, "some large ones", 1, "queries"));
    private static final Conclusion REFUTED = Conclusion.refuted(Counterexample.of("one is two"));
    private static final TargetCheck FILE_HOLDS = (target, opened, settings) -> Conclusion.holds(
            new Evidence(Strength.CHECKED, "shapes", 7, "tensors"),
            new Evidence(Strength.CHECKED, "labels", 14, "channels"),
            new Evidence(Strength.CHECKED, "names", 44, "hidden units"));
    private static final Checks ALL_HOLD =
            Checks.of(FILE_HOLDS, ImmutableMap.of(Obligation.MEANING, (subject, settings) -> HOLDS));
    private static final Checks REFUTING =
            Checks.of(FILE_HOLDS, ImmutableMap.of(Obligation.MEANING, (subject, settings) -> REFUTED));

    @TempDir
    private Path folder = Path.of("");

    private Workspace workspace = new Workspace(folder);

    @BeforeEach
    void layOut() {
        workspace = Workspace.in(folder);
    }

    @Test
    void aTableSaysWhatWasEstablishedAndHow() {
        CommandLineRun run = verify(ALL_HOLD, workspace.program());

        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll(" {2}\\d\\.\\d\\d s", "  some s"))
                .isEqualTo("""
                        %s
                        V1  the file agrees with itself and with its program  checked    7 tensors, 14 channels,          some s  holds
                                                                                         44 hidden units
                        V6  the automaton predicts what the program means     exhausted  4,096 data sets                  some s  holds
                                                                              tested     1 query

                        """.formatted(workspace.program()));
        assertThat(run.status()).isZero();
    }

    @Test
    void whatIsRefutedIsExplainedBelowTheTable() {
        CommandLineRun run = verify(REFUTING, workspace.program());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("  refuted\n").endsWith("\n\nV6 is refuted: one is two\n\n");
    }

    @Test
    void whatHoldsForWantOfCasesSaysWhy() {
        Checks checks = Checks.of(
                FILE_HOLDS,
                ImmutableMap.of(
                        Obligation.TRAINING,
                        (subject, settings) ->
                                Conclusion.holds(new Evidence(Strength.CHECKED, "nothing is trained", 0, "cases"))));

        CommandLineRun run = verify(checks, workspace.program());

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("  holds\n").endsWith("\n\nV7 has no cases: nothing is trained\n\n");
    }

    @Test
    void whatIsUndecidedFailsAsWell() {
        Checks checks = Checks.of(
                FILE_HOLDS,
                ImmutableMap.of(Obligation.STEP, (subject, settings) -> Conclusion.undecided("it took too long")));

        CommandLineRun run = verify(checks, workspace.program());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("  undecided\n").endsWith("\n\nV2 is undecided: it took too long\n\n");
    }

    @Test
    void verdictsHaveColoursWhereTheyShow() {
        CommandLineRun run = CommandLineRun.pupil(
                new Abilities(true, false, false), REFUTING, "verify", "--no-cache", workspace.program());

        assertThat(run.out()).contains("\u001B[32mholds", "\u001B[31mrefuted");
    }

    @Test
    void aProgramThatDoesNotCompileIsShownAsTheCompilerShowsIt() {
        Path program = workspace.write("wrong.pupil", Workspace.LAST.replace("return seen", "return sen"));

        CommandLineRun run = verify(ALL_HOLD, program);

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        CommandLineRun.pupil("compile", program, "--json").err()));
    }

    @Test
    void whatCannotBeVerifiedIsBadInput() throws Exception {
        Path empty = Files.createDirectory(workspace.path("empty"));
        Path missing = workspace.path("missing.safetensors");
        Path data = workspace.training();

        CommandLineRun run = verify(ALL_HOLD, missing, workspace.path("missing"), empty, data);

        assertThat(run).isEqualTo(new CommandLineRun(2, "every obligation holds for 0 of 4 files\n", """
                        pupil: %s: neither a program (.pupil) nor a weight file (.safetensors)
                        pupil: %s: no program (.pupil) and no weight file (.safetensors) in this folder or below
                        pupil: %s: neither a program (.pupil) nor a weight file (.safetensors)
                        pupil: %s: no such file or folder
                        """.formatted(
                        workspace.path("missing"), empty, data, missing)));
    }

    @Test
    void theRestIsVerifiedWhateverIsWrongWithOne() {
        CommandLineRun run = verify(REFUTING, workspace.path("missing.pupil"), workspace.program());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).contains("V6 is refuted");
    }

    @Test
    void whatCannotBeVerifiedIsInAllReports() throws Exception {
        workspace.program();
        workspace.write("typo.pupil", "learner typo(d features) {");
        Path reports = workspace.path("reports");

        CommandLineRun run = verify(ALL_HOLD, folder, "--report", reports);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).endsWith("every obligation holds for 1 of 2 files\n");
        assertThat(reports.resolve("report.html"))
                .content()
                .contains("Not verified")
                .contains("typo.pupil");
        assertThat(reports.resolve("junit.xml"))
                .content()
                .contains("errors=\"1\"")
                .contains("<error");
        JsonNode typo = JsonMapper.shared()
                .readTree(Files.readString(reports.resolve("report.json")))
                .get(1);
        assertThat(typo.get("holds").asBoolean()).isFalse();
        assertThat(typo.get("error").asString()).contains("typo.pupil:1:");
    }

    @Test
    void aFolderMeansEverythingInItAndBelow() throws Exception {
        Files.createDirectory(workspace.path("deep"));
        Files.copy(workspace.compiled(), workspace.path("deep/other.safetensors"));

        CommandLineRun run = verify(ALL_HOLD, folder, workspace.program());

        assertThat(run.out().lines().filter(line -> line.startsWith(folder.toString())))
                .containsExactly(
                        folder.resolve("deep/other.safetensors").toString(),
                        folder.resolve("last.pupil").toString(),
                        folder.resolve("last.safetensors").toString());
        assertThat(run.out()).endsWith("\n\nevery obligation holds for 3 of 3 files\n");
    }

    @Test
    void aDamagedWeightFileIsAFindingAndNotBadInput() {
        Path damaged = workspace.write("damaged.safetensors", "no weights");
        Checks checks = Checks.of(
                (target, opened, settings) -> REFUTED,
                ImmutableMap.of(Obligation.STEP, (s, t) -> HOLDS, Obligation.DEPTH, (s, t) -> HOLDS));

        CommandLineRun run = verify(checks, damaged);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("V1 is refuted: one is two", "V2, V5 are undecided: the file has to be right first");
    }

    @Test
    void theSourceThatIsNamedIsWhatTheFileIsComparedTo() {
        Path weights = workspace.compiled();
        List<String> claimed = new ArrayList<>();
        Checks checks = Checks.of(
                (target, opened, settings) -> {
                    target.claimed().ifPresent(source -> claimed.add(source.text()));
                    return HOLDS;
                },
                ImmutableMap.of());

        verify(checks, weights);
        verify(checks, weights, "--source", workspace.program());

        assertThat(claimed).containsExactly(Workspace.LAST);
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThat(verify(ALL_HOLD, workspace.program(), "--source", workspace.program()))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "pupil: --source names the program of one weight file; give one .safetensors file with it\n"));
        assertThat(verify(ALL_HOLD, workspace.program(), "--cache", folder).err())
                .isEqualTo("pupil: --cache and --no-cache contradict each other; choose one of them\n");
        assertThat(verify(ALL_HOLD, workspace.program(), "--only", "V2,V10").err())
                .contains("'V10' is none of V1 to V9");
        assertThat(verify(ALL_HOLD, workspace.program(), "--effort", "lazy").err())
                .contains("'lazy' is none of quick, standard, thorough");
        assertThat(verify(ALL_HOLD).status()).isEqualTo(2);
    }

    @Test
    void settingsReachTheChecks() {
        List<Settings> seen = new ArrayList<>();
        Checks checks = Checks.of(FILE_HOLDS, ImmutableMap.of(Obligation.STEP, recording(seen)));

        verify(checks, workspace.program());
        verify(checks, workspace.program(), "--effort", "thorough", "--cross-check", "--seed", "7");

        assertThat(seen).containsExactly(Settings.DEFAULT, new Settings(Effort.THOROUGH, true, 7));
    }

    @Test
    void onlyWhatIsAskedForIsChecked() {
        CommandLineRun run = verify(REFUTING, workspace.program(), "--only", "v2,V5");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("V1  ").doesNotContain("V6");
    }

    @Test
    void jsonIsAnArrayWithAnObjectForEachFile() {
        CommandLineRun run = verify(REFUTING, "--json", workspace.program(), workspace.compiled());

        JsonNode reports = JsonMapper.shared().readTree(run.out());
        assertThat(run.status()).isEqualTo(1);
        assertThat(reports.size()).isEqualTo(2);
        assertThat(reports.get(0).get("subject").asString())
                .isEqualTo(workspace.program().toString());
        assertThat(reports.get(1).get("findings").get(1).get("verdict").asString())
                .isEqualTo("refuted");
    }

    @Test
    void reportsAreWrittenOnRequest() {
        Path reports = workspace.path("out/reports");

        CommandLineRun run = verify(ALL_HOLD, workspace.program(), "--report", reports);

        assertThat(run.status()).isZero();
        assertThat(reports.toFile().list()).containsExactlyInAnyOrder("report.html", "junit.xml", "report.json");
    }

    @Test
    void aReportFolderThatCannotBeMadeIsToldBeforeTheWork() {
        CommandLineRun run = verify(ALL_HOLD, workspace.program(), "--report", workspace.training());

        assertThat(run)
                .isEqualTo(new CommandLineRun(2, "", "pupil: %s: exists already\n".formatted(workspace.training())));
    }

    @Test
    void onlyWhatChangedIsVerifiedAgain() {
        Path cache = workspace.path("cache");
        List<Settings> runs = new ArrayList<>();
        Checks checks = Checks.of(FILE_HOLDS, ImmutableMap.of(Obligation.STEP, recording(runs)));
        Path other = workspace.write("other.pupil", Workspace.LAST);

        cached(checks, cache, workspace.program(), other);
        workspace.write("other.pupil", Workspace.LAST.replace("seen = v.label", "seen = !v.label"));
        CommandLineRun second = cached(checks, cache, workspace.program(), other);

        assertThat(runs).hasSize(3);
        assertThat(second.out().lines().filter(line -> line.endsWith("holds, remembered")))
                .hasSize(2);
    }

    @Test
    void aCacheThatCannotBeWrittenIsANote() {
        CommandLineRun run = cached(ALL_HOLD, workspace.training(), workspace.program());

        assertThat(run.status()).isZero();
        assertThat(run.err())
                .isEqualTo("%s: the cache can't be read; everything is checked again each time\n"
                        .formatted(workspace.training()));
    }

    @Test
    void programsLeaveNoTemporaryFilesBehind() throws Exception {
        List<Path> weights = new ArrayList<>();
        Checks checks = Checks.of(
                (target, opened, settings) -> {
                    weights.add(target.weights());
                    return HOLDS;
                },
                ImmutableMap.of());

        verify(checks, workspace.program());

        assertThat(weights).hasSize(1).noneMatch(Files::exists);
    }

    @Test
    void whatTheCompilerMakesHolds() {
        CommandLineRun run = CommandLineRun.pupil(
                "verify", "--no-cache", "--effort=quick", workspace.program(), workspace.trained());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("\nevery obligation holds for 2 of 2 files\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void aWeightThatWasChangedIsRefuted() throws Exception {
        WeightFile compiled = SafetensorsReader.read(workspace.compiled());
        Tensor bias = compiled.filter().convolutionBias();
        double[] numbers = bias.values().toArray();
        numbers[numbers.length - 1] += 1;
        Filter changed = compiled.filter()
                .with(Part.CONVOLUTION_BIAS, new Tensor(bias.shape(), ImmutableDoubleArray.copyOf(numbers)));
        Path file = workspace.path("changed.safetensors");
        SafetensorsWriter.write(file, WeightFile.untrained(changed, compiled.source()));

        CommandLineRun run = CommandLineRun.pupil("verify", "--no-cache", "--only=V2", file);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("V2 is refuted: ", "│ lane ", "hidden units to blame: ");
    }

    @Test
    void anotherProgramsWeightFileIsRefuted() {
        Path other = workspace.write("other.pupil", Workspace.LAST.replace("seen = v.label", "seen = !v.label"));

        CommandLineRun run =
                CommandLineRun.pupil("verify", "--no-cache", workspace.compiled(), "--source", other, "--only=V1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("V1 is refuted: ");
    }

    @Test
    void helpShowsAnExample() {
        assertThat(CommandLineRun.pupil("verify", "--help").out())
                .contains("pupil verify examples/parity.pupil --report verification")
                .contains("--only=V2,V5,…", "quick,")
                .contains("Default: standard");
    }

    private static CommandLineRun verify(Checks checks, Object... words) {
        return run(checks, ImmutableList.of("verify", "--no-cache"), words);
    }

    private static CommandLineRun cached(Checks checks, Path cache, Object... words) {
        return run(checks, ImmutableList.of("verify", "--cache", cache), words);
    }

    private static CommandLineRun run(Checks checks, List<Object> first, Object... words) {
        return CommandLineRun.pupil(
                Abilities.PLAIN,
                checks,
                Stream.concat(first.stream(), Stream.of(words)).toArray());
    }

    private static Check recording(List<Settings> seen) {
        return (subject, settings) -> {
            seen.add(settings);
            return HOLDS;
        };
    }
}
