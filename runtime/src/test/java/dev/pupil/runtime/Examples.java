package dev.pupil.runtime;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The example programs, compiled. A test class gets them by its constructor; each is compiled once in a test run. */
public final class Examples {
    /** All of them. */
    public static final List<String> NAMES =
            List.of("conjunction", "dictator", "disjunction", "duet", "parity", "stump", "xor");

    private final Map<String, Compilation> compiled = new ConcurrentHashMap<>();

    private Examples() {}

    /** All stages of {@code examples/NAME.pupil}. */
    public Compilation compiled(String name) {
        return compiled.computeIfAbsent(name, key -> compile(source(key)));
    }

    /** Its network, not yet trained. */
    public WeightFile network(String name) {
        return new WeightFile(compiled(name).filter(), source(name), 1, Optional.empty());
    }

    private static Compilation compile(Source source) {
        try {
            return Compiler.compile(source);
        } catch (DiagnosticException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static Source source(String name) {
        Path file = Path.of("..", "examples", name + ".pupil");
        try {
            return new Source(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives them to a test class. */
    public static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Examples.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Examples.class))
                    .getOrComputeIfAbsent(Examples.class, key -> new Examples(), Examples.class);
        }
    }
}
