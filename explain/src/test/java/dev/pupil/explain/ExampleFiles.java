package dev.pupil.explain;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The examples' compiled networks. */
final class ExampleFiles {
    private ExampleFiles() {}

    /** The untrained network of {@code examples/NAME.pupil}. */
    static WeightFile compiled(String name) {
        try {
            String text = Files.readString(Path.of("..", "examples", name + ".pupil"));
            Source source = new Source(name + ".pupil", text);
            return Compiler.compile(source).weights();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (DiagnosticException refusal) {
            throw new AssertionError(refusal);
        }
    }
}
