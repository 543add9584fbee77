package dev.pupil.examples;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program in this folder with the files beside it.
 *
 * @param name the program's file name without its ending
 */
record Example(String name) {
    private static final String ENDING = ".pupil";

    /** All programs in this folder, by name. */
    static List<Example> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> new Example(file.substring(0, file.length() - ENDING.length())))
                    .sorted((one, other) -> one.name.compareTo(other.name))
                    .toList();
        }
    }

    Source source() throws IOException {
        return new Source(name + ENDING, Files.readString(Path.of(name + ENDING)));
    }

    Compilation compile() throws IOException, DiagnosticException {
        return Compiler.compile(source());
    }

    Data data() throws DataException {
        return Data.read(training(), test());
    }

    Path training() {
        return Path.of(name + "-train.csv");
    }

    Path test() {
        return Path.of(name + "-test.csv");
    }

    Path expected() {
        return Path.of(name + "-expected.json");
    }

    @Override
    public String toString() {
        return name;
    }
}
