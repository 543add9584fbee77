package dev.pupil.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with a small learner, {@code last.pupil}, which predicts the last example's label, and data for it: the last
 * label is 0, and one of the two queries has that label.
 *
 * @param folder where it is
 */
record Workspace(Path folder) {
    static final String LAST = """
            /** Predicts the label of the last example. */
            learner last(d features) {
                memory bit seen;
                learn (example v) { seen = v.label; }
                predict (query v) { return seen; }
            }
            """;

    static Workspace in(Path folder) {
        Workspace workspace = new Workspace(folder);
        workspace.write("last.pupil", LAST);
        workspace.write("last-train.csv", "0,1,1\n1,1,0\n");
        workspace.write("last-test.csv", "0,0,0\n1,0,1\n");
        return workspace;
    }

    /** The learner. */
    Path program() {
        return path("last.pupil");
    }

    /** Its training data. */
    Path training() {
        return path("last-train.csv");
    }

    /** Its test data. */
    Path test() {
        return path("last-test.csv");
    }

    /** The path of {@code name} in this folder. */
    Path path(String name) {
        return folder.resolve(name);
    }

    /** Writes a file. */
    Path write(String name, String text) {
        try {
            return Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The compiled network, in a file. */
    Path compiled() {
        return made("last.safetensors", "compile", program(), "-o", path("last.safetensors"));
    }

    /** The network trained on the training data, in a file. */
    Path trained() {
        return made(
                "trained.safetensors",
                "train",
                compiled(),
                "--data",
                training(),
                "-o",
                path("trained.safetensors"),
                "--training",
                "closed-form");
    }

    /** The names of all files, in order. */
    List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path made(String name, Object... words) {
        CommandLineRun run = CommandLineRun.pupil(words);
        if (run.status() != 0) {
            throw new AssertionError(run.err());
        }
        return path(name);
    }
}
