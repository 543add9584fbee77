package dev.pupil.runtime.machine;

import dev.pupil.compiler.check.Checker;
import dev.pupil.compiler.program.Machine;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example machines. */
public final class Machines {
    private static final Path FOLDER = Path.of("..", "examples", "machines");

    private Machines() {}

    /** All of them. */
    static List<Machine> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".pupil"))
                    .sorted()
                    .map(Machines::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All of them that start on a tape that is given. */
    static List<Machine> plain() {
        return all().stream().filter(machine -> machine.lesson().isEmpty()).toList();
    }

    /** The machine in {@code name.pupil}. */
    public static Machine machine(String name) {
        return read(FOLDER.resolve(name + ".pupil"));
    }

    private static Machine read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A machine from its text. */
    static Machine parse(String text) {
        try {
            return (Machine) Checker.definition(new Source("machine.pupil", text));
        } catch (DiagnosticException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
