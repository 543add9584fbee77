package dev.pupil.compiler.check;

import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The programs that several tests run over: every file in {@code src/test/resources/programs}. */
public final class Corpus {
    private static final Path FOLDER = Path.of("src", "test", "resources", "programs");

    private Corpus() {}

    /** Every program of the corpus, by name. */
    public static Stream<Source> programs() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Corpus::read).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The program in {@code name.pupil}. */
    public static Source program(String name) {
        return read(FOLDER.resolve(name + ".pupil"));
    }

    private static Source read(Path file) {
        try {
            return new Source(file.getFileName().toString(), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
