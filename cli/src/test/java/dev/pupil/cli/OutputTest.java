package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.cli.Console.Abilities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Standard output that does not take what is written to it. */
final class OutputTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aReaderThatWentAwayEndsTheRunQuietly() {
        int status = Pupil.run(console("Broken pipe"), "--help");

        assertThat(status).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFullDiskIsAnError() {
        int status = Pupil.run(console("No space left on device"), "--help");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("pupil: can't write to standard output: No space left on device\n");
    }

    private Console console(String failure) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(failure);
            }
        };
        return new Console(failing, err, Abilities.PLAIN);
    }
}
