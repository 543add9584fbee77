package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.cli.Console.Abilities;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CheckCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Workspace workspace = new Workspace(folder);

    @BeforeEach
    void layOut() {
        workspace = Workspace.in(folder);
    }

    @Test
    void aProgramThatCompilesIsSummedUp() {
        Path parity = Path.of("../examples/parity.pupil");

        CommandLineRun run = CommandLineRun.pupil("check", parity);

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("""
                        \\.\\./examples/parity\\.pupil: learner parity
                          memory   d\\*d \\+ d bits
                          depth    3\\*\\(m \\+ d\\) \\+ \\d+ steps
                          image    max\\(m \\+ 1, d \\+ 1\\) rows, d \\+ 1 columns
                          learn    line \\d+: a wave in every row to the right, all rows in flight together
                          predict  line \\d+: a wave in every row to the right, all rows in flight together
                        """);
    }

    @Test
    void aProgramThatIsWrongIsShownWhereItIs() {
        Path program = workspace.write("wrong.pupil", Workspace.LAST.replace("return seen", "return sen"));

        CommandLineRun run = CommandLineRun.pupil("check", program);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("error[PUP0201]: ")
                .contains(" --> " + program + ":5:32\n")
                .contains("5 |     predict (query v) { return sen; }\n  |                                ^^^\n")
                .contains("did you mean 'seen'?")
                .endsWith("\n");
    }

    @Test
    void aProgramThatIsNoWaveIsSummedUpLoopByLoop() {
        Path program = workspace.write("count.pupil", """
                learner count(d features) {
                    memory bit seen[d];
                    learn (example v) { for j in 0..d { seen[j] = v[j]; } }
                    predict (query v) { int ones; for j in 0..d { if v[j] { ones += 1; } } return ones > 3; }
                }
                """);

        CommandLineRun run = CommandLineRun.pupil("check", program);

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\n  waves    none: line 4, ")
                .contains(
                        "\n  learn    line 3: one scan along the first row, 1 step, because nothing waits for its end\n")
                .contains("\n  predict  line 4: one scan along the first row, 2*d + 3 steps\n");
    }

    @Test
    void aNestThatIsAWaveAmongOtherInstructionsIsSummedUpWithTheOthers() {
        Path program = workspace.write("pair.pupil", """
                learner pair(d features) {
                    memory bit struck[d][d];
                    learn (example v) {
                        for k in 0..d { for j in k + 1..d { if (v[k] ^ v[j]) != v.label { struck[k][j] = 1; } } }
                    }
                    predict (query v) {
                        bit found = 0, answer = 0;
                        for k in 0..d { for j in k + 1..d {
                            if !found & !struck[k][j] { found = 1; answer = v[k] ^ v[j]; }
                        } }
                        return answer;
                    }
                }
                """);

        CommandLineRun run = CommandLineRun.pupil("check", program);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("\n  learn    line 4: a wave in every row, started in 1 step,"
                        + " and nobody waits the d + max(m + 1, d + 1, bits(d + 1) + 5) steps until it is through\n")
                .contains("\n  predict  line 8: one round after the other, ")
                .contains(", because 'found' goes from one row to the next\n")
                .contains("\n  predict  line 8: one scan along the first row, ");
    }

    @Test
    void arraysOfAnyShapeCompileAndTheBitsOfWideIntegersAreCounted() {
        Path program = workspace.write("cube.pupil", """
                learner cube(d features, m examples) {
                    memory bit cube[d][d][d];
                    memory int 0..m times[d][2];
                    learn (example v) { for k in 0..d { cube[k][k][k] = v[k]; times[k][1] = clamp(times[k][1] + 1); } }
                    predict (query v) { return cube[0][0][0] & times[0][1] > 0; }
                }
                """);

        CommandLineRun run = CommandLineRun.pupil("check", program);

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith(program + ": learner cube\n  memory   d*d*d + 2*d*bits(m) bits\n")
                .contains("\n  image    max(d*d + 1, ");
    }

    @Test
    void everyFileIsCheckedWhateverIsWrongWithTheOnesBefore() {
        Path missing = workspace.path("missing.pupil");

        CommandLineRun run = CommandLineRun.pupil("check", missing, folder, workspace.program());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("pupil: %s: no such file or folder\npupil: %s: is a folder, not a program\n"
                        .formatted(missing, folder));
        assertThat(run.out()).startsWith(workspace.program() + ": learner last\n");
    }

    @Test
    void diagnosticsAreColouredWhereColoursShow() {
        Path program = workspace.write("wrong.pupil", "learner");

        assertThat(CommandLineRun.pupil("check", program).err()).doesNotContain("\u001B[");
        assertThat(CommandLineRun.pupil(new Abilities(false, true, false), "check", program)
                        .err())
                .startsWith("\u001B[1m\u001B[31merror[PUP01")
                .contains("\u001B[34m -->");
    }

    @Test
    void jsonHasAnObjectForEveryProgram() {
        Path wrong = workspace.write("wrong.pupil", "learner");

        CommandLineRun run = CommandLineRun.pupil("check", "--json", workspace.program(), wrong);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        JsonNode reports = JsonMapper.shared().readTree(run.out());
        assertThat(reports.get(0).get("compiles").asBoolean()).isTrue();
        assertThat(reports.get(0).get("summary").get("learner").asString()).isEqualTo("last");
        assertThat(reports.get(1).get("compiles").asBoolean()).isFalse();
        assertThat(reports.get(1).get("diagnostics").get(0).get("line").asInt()).isEqualTo(1);
    }
}
