package dev.pupil.examples;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.TrainingException;
import dev.pupil.runtime.training.TrainingMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The examples' networks. A test class gets them by its constructor; each is compiled once in a test run. */
final class Networks {
    private final Map<Example, Compilation> compiled = new ConcurrentHashMap<>();

    private Networks() {}

    /** All stages of an example. */
    Compilation compiled(Example example) {
        return compiled.computeIfAbsent(example, Networks::compile);
    }

    /** An example's network with these training examples in memory. */
    WeightFile trained(Example example, DataSet training) throws IOException, TrainingException {
        WeightFile network = WeightFile.untrained(compiled(example).filter(), example.source());
        return MemoryTrainer.of(network, training)
                .train(TrainingMethod.CLOSED_FORM, Progress.NONE)
                .trained();
    }

    private static Compilation compile(Example example) {
        try {
            return example.compile();
        } catch (DiagnosticException refused) {
            throw new IllegalStateException(refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives them to a test class. */
    static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Networks.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Networks.class))
                    .getOrComputeIfAbsent(Networks.class, key -> new Networks(), Networks.class);
        }
    }
}
