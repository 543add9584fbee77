package dev.pupil.verify;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.disk.TemporaryFile;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceReader;
import dev.pupil.verify.subject.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs and weight files as things to be verified. A program is compiled first, to a temporary weight file, so that
 * from there on it is like any other; closing this deletes such files.
 */
public final class TargetFiles implements AutoCloseable {
    /** How the names of programs end. */
    public static final String PROGRAM = ".pupil";

    /** How the names of weight files end. */
    public static final String WEIGHTS = ".safetensors";

    private final List<Path> temporary = new ArrayList<>();

    /** Whether a file is called as programs are. */
    public static boolean isProgram(Path file) {
        return file.toString().endsWith(PROGRAM);
    }

    /** Whether a file is called as weight files are. */
    public static boolean isWeights(Path file) {
        return file.toString().endsWith(WEIGHTS);
    }

    /**
     * All programs and weight files in a folder and the folders in it, in the order of their paths.
     *
     * @throws IOException if one of the folders can't be read
     */
    public static ImmutableList<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> isProgram(file) || isWeights(file))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Compiles a program.
     *
     * @throws IOException if it can't be read, or the network not be written
     * @throws DiagnosticException if it can't be compiled
     */
    public Target program(Path file) throws IOException, DiagnosticException {
        WeightFile compiled = Compiler.compile(SourceReader.read(file)).weights();
        Path weights = TemporaryFile.create("pupil-verify", WEIGHTS);
        temporary.add(weights);
        SafetensorsWriter.write(weights, compiled);
        return new Target(file.toString(), weights, Optional.of(compiled.source()));
    }

    /**
     * A weight file as it is.
     *
     * @param claimed the program that it is said to be compiled from
     * @throws IOException if there is no such file
     */
    public static Target weights(Path file, Optional<Source> claimed) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new Target(file.toString(), file, claimed);
    }

    @Override
    public void close() throws IOException {
        for (Path file : temporary) {
            Files.deleteIfExists(file);
        }
    }
}
