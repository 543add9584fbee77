package dev.pupil.junit;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.DiagnosticRenderer;
import dev.pupil.verify.TargetFiles;
import dev.pupil.verify.Verifier;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Report;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Target;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A program or weight file that a test names. All methods throw {@link ExtensionConfigurationException} with the reason
 * where something can't be found, read or compiled.
 *
 * @param name what the test calls it
 * @param file where it is
 */
record Network(String name, Path file) {

    /** What a test names: one file, or all in a folder. */
    static ImmutableList<Network> named(String name, Class<?> test) {
        Path found = find(name, test);
        if (!Files.isDirectory(found)) {
            requireKind(name);
            return ImmutableList.of(new Network(name, found));
        }
        try {
            ImmutableList<Network> all = TargetFiles.in(found).stream()
                    .map(file -> new Network(
                            Path.of(name)
                                    .resolve(found.relativize(file).toString())
                                    .toString(),
                            file))
                    .collect(ImmutableList.toImmutableList());
            if (all.isEmpty()) {
                throw refusal(name, "there is neither a program (.pupil) nor a weight file (.safetensors) in it");
            }
            return all;
        } catch (IOException failure) {
            throw refusal(name, "can't be read: " + failure.getMessage());
        }
    }

    private static void requireKind(String name) {
        Path path = Path.of(name);
        if (!TargetFiles.isProgram(path) && !TargetFiles.isWeights(path)) {
            throw refusal(name, "neither a program (.pupil) nor a weight file (.safetensors)");
        }
    }

    private static Path find(String name, Class<?> test) {
        URL resource = test.getResource(name);
        if (resource != null) {
            return resource.getProtocol().equals("file") ? path(name, resource) : copy(name, resource);
        }
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw refusal(
                    name,
                    "not found: there is no such resource beside %s, and no file %s"
                            .formatted(test.getName(), file.toAbsolutePath()));
        }
        return file;
    }

    private static Path path(String name, URL resource) {
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException malformed) {
            throw refusal(name, "can't be read: " + malformed.getMessage());
        }
    }

    /** The resource of a jar, as a file that lives as long as the tests do. */
    private static Path copy(String name, URL resource) {
        requireKind(name);
        try {
            Path copy = Files.createTempFile(
                    "pupil-junit", Path.of(name).getFileName().toString());
            copy.toFile().deleteOnExit();
            return Files.write(copy, Resources.toByteArray(resource));
        } catch (IOException failure) {
            throw refusal(name, "can't be read: " + failure.getMessage());
        }
    }

    private static ExtensionConfigurationException refusal(String name, String reason) {
        return new ExtensionConfigurationException(name + ": " + reason);
    }

    /** Finds out what holds. */
    Report verify(Verifier verifier, Settings settings, Set<Obligation> obligations) {
        try (TargetFiles targets = new TargetFiles()) {
            Target target =
                    TargetFiles.isProgram(file) ? targets.program(file) : TargetFiles.weights(file, Optional.empty());
            return verifier.verify(new Target(name, target.weights(), target.claimed()), settings, obligations);
        } catch (DiagnosticException refused) {
            String reasons = DiagnosticRenderer.render(refused);
            throw refusal(name, "can't be compiled\n" + reasons);
        } catch (IOException failure) {
            throw refusal(name, "can't be read: " + failure.getMessage());
        }
    }
}
