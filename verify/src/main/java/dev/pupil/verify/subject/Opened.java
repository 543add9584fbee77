package dev.pupil.verify.subject;

import dev.pupil.compiler.weights.SafetensorsReader;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.compiler.weights.WeightFileException;
import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.report.Counterexample;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What could be made of a weight file's bytes: they are read once, and the program in them is lowered once. */
public sealed interface Opened {
    /** The program in the file, if that could be read. */
    Optional<Source> source();

    /** What checks need; whether the file's labels are right has yet to be seen. */
    record Readable(Subject subject) implements Opened {
        @Override
        public Optional<Source> source() {
            return Optional.of(subject.file().source());
        }
    }

    /** Nothing, and why. */
    record Unreadable(Optional<Source> source, Counterexample reason) implements Opened {}

    /**
     * Opens a weight file.
     *
     * @param name what messages call it
     */
    static Opened of(String name, ByteBuffer bytes) {
        try {
            return of(SafetensorsReader.read(name, bytes));
        } catch (WeightFileException refused) {
            return new Unreadable(Optional.empty(), Counterexample.of("" + refused.getMessage()));
        }
    }

    private static Opened of(WeightFile file) {
        try {
            return new Readable(Subject.of(file));
        } catch (DiagnosticException refused) {
            Diagnostic first = refused.diagnostics().getFirst();
            return new Unreadable(
                    Optional.of(file.source()),
                    Counterexample.of("the program in the file does not compile: " + first.message())
                            .at(Optional.of(first.span())));
        }
    }
}
