package dev.pupil.junit;

import com.google.common.collect.ImmutableSet;
import dev.pupil.verify.Checks;
import dev.pupil.verify.VerificationObserver;
import dev.pupil.verify.Verifier;
import dev.pupil.verify.cache.CacheFolder;
import dev.pupil.verify.cache.FindingCache;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Report;
import dev.pupil.verify.subject.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs methods with {@link VerifyConstruction}: verifies a network when its first test is asked for. */
final class VerifyConstructionExtension implements TestTemplateInvocationContextProvider {
    private static final String CACHE = "pupil-verify";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), VerifyConstruction.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        VerifyConstruction wanted = AnnotationSupport.findAnnotation(
                        context.getRequiredTestMethod(), VerifyConstruction.class)
                .orElseThrow();
        List<Network> networks = Arrays.stream(wanted.value())
                .flatMap(name -> Network.named(name, context.getRequiredTestClass()).stream())
                .toList();
        FindingCache cache = cache(wanted, context);
        // One network after the other, each when its turn comes.
        return networks.stream().flatMap(network -> {
            Report report = network.verify(
                    new Verifier(Checks.standard(), cache, VerificationObserver.NONE),
                    new Settings(wanted.effort(), wanted.crossCheck(), wanted.seed()),
                    obligations(wanted));
            return report.findings().stream().map(finding -> new FindingTest(finding, report, networks.size() > 1));
        });
    }

    private static ImmutableSet<Obligation> obligations(VerifyConstruction wanted) {
        return wanted.obligations().length == 0 ? Verifier.ALL : ImmutableSet.copyOf(wanted.obligations());
    }

    private static FindingCache cache(VerifyConstruction wanted, ExtensionContext context) {
        if (!wanted.remember()) {
            return FindingCache.NONE;
        }
        Path folder = wanted.cache().isEmpty() ? buildFolder().resolve(CACHE) : Path.of(wanted.cache());
        return CacheFolder.in(folder, note -> context.publishReportEntry("pupil", note));
    }

    /** Where Maven or Gradle put what they make. */
    private static Path buildFolder() {
        return Stream.of("target", "build")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir", "")));
    }
}
