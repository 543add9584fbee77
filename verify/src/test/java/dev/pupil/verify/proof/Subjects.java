package dev.pupil.verify.proof;

import dev.pupil.compiler.Compiler;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled programs, each compiled once. */
final class Subjects {
    private static final Map<String, Subject> EXAMPLES = new ConcurrentHashMap<>();

    private Subjects() {}

    /** One of the programs that come with the project. */
    static Subject example(String name) {
        return EXAMPLES.computeIfAbsent(name, key -> {
            try {
                return compiled(Programs.source(Path.of("..", "examples", key + ".pupil")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (DiagnosticException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What comes of compiling a program. */
    static Subject compiled(Source source) throws DiagnosticException {
        return Subject.of(Compiler.compile(source).weights());
    }
}
