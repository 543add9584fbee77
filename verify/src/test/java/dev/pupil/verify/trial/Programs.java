package dev.pupil.verify.trial;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.Way;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that come with the project. */
public final class Programs {
    private static final List<Path> FOLDERS =
            List.of(Path.of("..", "examples"), Path.of("..", "compiler", "src", "test", "resources", "programs"));

    private Programs() {}

    /** Every program of the examples and of the compiler's tests. */
    public static List<Path> all() throws IOException {
        try (Stream<Path> examples = Files.list(FOLDERS.get(0));
                Stream<Path> tests = Files.list(FOLDERS.get(1))) {
            return Stream.concat(examples, tests)
                    .filter(path -> path.toString().endsWith(".pupil"))
                    .sorted()
                    .toList();
        }
    }

    public static Source source(Path path) throws IOException {
        return new Source(path.getFileName().toString(), Files.readString(path));
    }

    /** The program as an automaton, if it is one of those that are waves. */
    public static Optional<Lowering> lowered(Path path) throws IOException {
        try {
            return Optional.of(Compiler.lower(Compiler.check(source(path))))
                    .filter(lowering -> lowering.way() instanceof Way.Waves);
        } catch (DiagnosticException refused) {
            return Optional.empty();
        }
    }
}
