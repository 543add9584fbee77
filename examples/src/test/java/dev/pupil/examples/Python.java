package dev.pupil.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A Python that reads what Pupil writes: the one that {@code -Dpupil.python} names, or else the path's python3. */
final class Python {
    private static final String PROPERTY = "pupil.python";
    private static final String ON_THE_PATH = "python3";

    private Python() {}

    /**
     * Skips the test where Python or one of these modules is missing, and says which; a Python that was asked for by name
     * has to have them.
     */
    static void requireModules(String... modules) throws IOException, InterruptedException {
        String missing = missing("import " + String.join(", ", modules));
        if (missing.isEmpty()) {
            return;
        }
        String reason = "%s can't import %s: %s; -D%s=FILE names another"
                .formatted(executable(), String.join(" and ", modules), missing, PROPERTY);
        if (System.getProperty(PROPERTY) == null) {
            abort(reason);
        } else {
            fail(reason);
        }
    }

    private static String missing(String imports) throws IOException, InterruptedException {
        try {
            Run run = run(Path.of(""), "-c", imports);
            return run.status() == 0 ? "" : lastLine(run.output());
        } catch (IOException notStarted) {
            return String.valueOf(notStarted.getMessage());
        }
    }

    private static String lastLine(String text) {
        return text.lines().filter(line -> !line.isEmpty()).reduce(text, (before, line) -> line);
    }

    /** The lines that Python prints when it executes a script in a folder. */
    static List<String> lines(Path folder, Path script, String... arguments) throws IOException, InterruptedException {
        Run run = run(
                folder,
                ImmutableList.<String>builder()
                        .add(script.toAbsolutePath().toString())
                        .add(arguments)
                        .build()
                        .toArray(String[]::new));
        assertThat(run.status()).as(run.output()).isZero();
        return Splitter.on('\n').omitEmptyStrings().splitToList(run.output());
    }

    private static Run run(Path folder, String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ImmutableList.<String>builder()
                        .add(executable())
                        .add(words)
                        .build())
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static String executable() {
        return System.getProperty(PROPERTY, ON_THE_PATH);
    }

    /**
     * A process that has ended.
     *
     * @param status 0 if all went well
     * @param output what it printed, errors included
     */
    private record Run(int status, String output) {}
}
