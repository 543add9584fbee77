package dev.pupil.compiler.pinned;

import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs whose networks are pinned: the examples, and the files in the folder {@code generated}. Those were written
 * once by the generators of random programs and of random machines and are kept, as the generators may change; a file's
 * number is the one by which its generator made it.
 */
final class PinnedPrograms {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final String ENDING = ".pupil";

    private PinnedPrograms() {}

    /** The programs in the folder of examples and in those below it, called {@code NAME} and {@code FOLDER/NAME}. */
    static List<Source> examples() throws IOException {
        return in(EXAMPLES, EXAMPLES);
    }

    /** The generated programs, called {@code generated/FOLDER/NUMBER}. */
    static List<Source> generated() throws IOException {
        return in(RESOURCES.resolve("generated"), RESOURCES);
    }

    private static List<Source> in(Path folder, Path root) throws IOException {
        List<Source> programs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                programs.add(read(root, file));
            }
        }
        return programs;
    }

    /** Its name, which is part of a weight file, is the same on every machine. */
    private static Source read(Path root, Path file) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        return new Source(
                path.substring(0, path.length() - ENDING.length()),
                SourceReader.read(file).text());
    }
}
