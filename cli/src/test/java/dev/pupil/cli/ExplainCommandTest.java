package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Workspace workspace = new Workspace(folder);

    @BeforeEach
    void layOut() {
        workspace = Workspace.in(folder);
    }

    @Test
    void aNetworkIsExplainedFromItsFileAlone() {
        CommandLineRun run = CommandLineRun.pupil("explain", workspace.trained());

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("learner last, compiled from ")
                .contains("trained: m = 2, d = 2, ")
                .contains("memory seen (memory, line 3: memory bit seen;)")
                .contains("\nWHAT THE FILE DOES NOT TELL\n");
    }

    @Test
    void oneHiddenUnitCanBeAskedFor() {
        CommandLineRun run = CommandLineRun.pupil("explain", workspace.compiled(), "--unit", "running#1");

        assertThat(run).isEqualTo(new CommandLineRun(0, """
                hidden unit running#1: prelude
                    relu(started)
                    1 where the learner has started
                    exactly: it is more than 0 where started
                    read by: running
                """, ""));
    }

    @Test
    void oneChannelCanBeAskedForAsJson() {
        CommandLineRun run = CommandLineRun.pupil("explain", workspace.compiled(), "--channel", "running", "--json");

        assertThat(run).isEqualTo(new CommandLineRun(0, """
                {
                  "name" : "running",
                  "roles" : [ {
                    "field" : "running",
                    "bit" : 0,
                    "when" : "",
                    "meaning" : "the learner started at least one step ago",
                    "part" : "prelude",
                    "source" : null,
                    "next" : "1 where the learner has started"
                  } ],
                  "formula" : "running#1",
                  "bias" : "0",
                  "summands" : [ {
                    "coefficient" : "1",
                    "units" : [ "running#1" ],
                    "cases" : "1 where the learner has started",
                    "part" : "prelude",
                    "source" : null
                  } ],
                  "remarks" : [ ]
                }
                """, ""));
    }

    @Test
    void namesThatTheNetworkDoesNotHaveAreRefused() {
        Path file = workspace.compiled();

        assertThat(CommandLineRun.pupil("explain", file, "--unit", "nobody#1"))
                .isEqualTo(new CommandLineRun(2, "", "pupil: " + file + ": no hidden unit is called \"nobody#1\"\n"));
        assertThat(CommandLineRun.pupil("explain", file, "--channel", "nothing"))
                .isEqualTo(new CommandLineRun(2, "", "pupil: " + file + ": no channel is called \"nothing\"\n"));
    }

    @Test
    void missingFilesAreNamed() {
        Path missing = workspace.path("missing.safetensors");

        assertThat(CommandLineRun.pupil("explain", missing))
                .isEqualTo(new CommandLineRun(2, "", "pupil: " + missing + ": no such file\n"));
    }

    @Test
    void aUnitAndAChannelAreNotExplainedAtOnce() {
        CommandLineRun run =
                CommandLineRun.pupil("explain", "a.safetensors", "--unit", "started#1", "--channel", "started");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("pupil explain: ").hasLineCount(1);
    }
}
