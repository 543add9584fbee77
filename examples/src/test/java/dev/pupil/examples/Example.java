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
 * A program in this folder, or the one below, with the files beside it.
 *
 * @param name the program's file name without its ending
 */
record Example(String name) {
    private static final String ENDING = ".pupil";

    /** The folder of the machines, those among them that are no learners included. */
    static final Path MACHINES = Path.of("machines");

    /** All learners, by name: the programs in this folder, and the machines that have data. */
    static List<Example> all() throws IOException {
        List<Example> machines = in(MACHINES);
        return Stream.concat(in(Path.of("")).stream(), machines.stream().filter(Example::hasData))
                .toList();
    }

    /** All programs in a folder, by name. */
    static List<Example> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> folder.resolve(file.getFileName()).toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> new Example(file.substring(0, file.length() - ENDING.length())))
                    .sorted((one, other) -> one.name.compareTo(other.name))
                    .toList();
        }
    }

    /** Whether there are data beside it: there are if it is a learner. */
    boolean hasData() {
        return Files.exists(training());
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
