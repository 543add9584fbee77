package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.cli.Console.Abilities;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(new ByteArrayOutputStream(), err, Abilities.PLAIN);

    @Test
    void aFaultOfTheProgramAsksToBeReported() {
        int status = new Failures(console, false).report(new IllegalStateException("impossible"));

        assertThat(status).isEqualTo(70);
        assertThat(printed())
                .isEqualTo("pupil: internal error: java.lang.IllegalStateException: impossible, please report"
                        + " (--stacktrace shows where it happened)\n");
    }

    @Test
    void whereItHappenedIsShownOnRequestOnly() {
        new Failures(console, true).report(new IllegalStateException("impossible"));

        assertThat(printed()).contains("\tat dev.pupil.cli.FailuresTest");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() {
        int status = new Failures(console, false).report(new AccessDeniedException("a.pupil"));

        assertThat(status).isEqualTo(2);
        assertThat(printed()).isEqualTo("pupil: a.pupil: permission denied\n");
    }

    @Test
    void memoryThatRunsOutIsSaid() {
        int status = new Failures(console, false).report(new OutOfMemoryError("Java heap space"));

        assertThat(status).isEqualTo(2);
        assertThat(printed()).startsWith("pupil: out of memory; PUPIL_JAVA_OPTIONS=-Xmx… sets how much there is");
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
