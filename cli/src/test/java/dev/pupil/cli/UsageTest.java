package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that {@code pupil} does not understand, and help for those who don't know which it does. */
final class UsageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                                 | pupil: missing command (see 'pupil --help')
                    hlp          | pupil: unknown command 'hlp'; did you mean 'help'? (see 'pupil --help')
                    42           | pupil: unknown command '42' (see 'pupil --help')
                    --verion     | pupil: unknown option '--verion'; did you mean '--version'? (see 'pupil --help')
                    """)
    void aMistakeOnTheCommandLineGetsOneMessage(String words, String message) {
        CommandLineRun run = words == null ? CommandLineRun.pupil() : CommandLineRun.pupil((Object[]) words.split(" "));

        assertThat(run).isEqualTo(new CommandLineRun(2, "", message + "\n"));
    }

    @Test
    void helpIsAResult() {
        CommandLineRun run = CommandLineRun.pupil("--help");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: pupil")
                .contains("Exit status:")
                .doesNotContain("\u001B");
    }

    @Test
    void theVersionIsAResult() {
        assertThat(CommandLineRun.pupil("--version")).isEqualTo(new CommandLineRun(0, "pupil 0.1.0\n", ""));
    }
}
