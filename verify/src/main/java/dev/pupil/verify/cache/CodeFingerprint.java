package dev.pupil.verify.cache;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import dev.pupil.compiler.Compiler;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.Progress;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.sat4j.specs.ISolver;

/**
 * What tells one version of Pupil's code, and of the libraries that decide with it, from others: findings of another
 * version say nothing about this one.
 */
public final class CodeFingerprint {
    /** A class of each module that a finding depends on. */
    private static final ImmutableList<Class<?>> MODULES =
            ImmutableList.of(Source.class, Compiler.class, Progress.class, CodeFingerprint.class);

    /** A class of each library, small enough to be read, that a finding depends on. */
    private static final ImmutableList<Class<?>> LIBRARIES = ImmutableList.of(ISolver.class, ImmutableList.class);

    private static final ImmutableList<String> JAVA = ImmutableList.of("java.vm.version", "os.name", "os.arch");

    /** A class of each engine and solver that a finding may depend on, by its name: it need not be there. */
    private static final ImmutableList<String> ENGINES_AND_SOLVERS = ImmutableList.of(
            "ai.onnxruntime.OrtEnvironment",
            "com.microsoft.z3.Context",
            "org.nd4j.linalg.factory.Nd4j",
            "org.nd4j.linalg.cpu.nativecpu.NDArray",
            "org.bytedeco.javacpp.Loader");

    private CodeFingerprint() {}

    /**
     * The SHA-256 of the class files that run now, in their jars or folders, of which engines and solvers there are, in
     * which versions, and of the Java that runs them; or nothing where they can't be found. It takes milliseconds.
     */
    public static Optional<String> ofThisCode() {
        Hasher hasher = Hashing.sha256().newHasher();
        try {
            for (Class<?> member : Iterables.concat(MODULES, LIBRARIES)) {
                Optional<Path> place = place(member);
                if (place.isEmpty()) {
                    return Optional.empty();
                }
                put(hasher, place.get());
            }
            ClassLoader loader = CodeFingerprint.class.getClassLoader();
            for (String member : ENGINES_AND_SOLVERS) {
                putVersion(hasher, member, loader);
            }
            for (String property : JAVA) {
                Key.put(hasher, System.getProperty(property, ""));
            }
        } catch (IOException | URISyntaxException unreadable) {
            return Optional.empty();
        }
        return Optional.of(hasher.hash().toString());
    }

    /** The name and size of the jar that a class would come from: native code makes it too large to be read. */
    static void putVersion(Hasher hasher, String member, ClassLoader loader) throws IOException {
        URL resource = loader.getResource(member.replace('.', '/') + ".class");
        Key.put(hasher, resource == null ? "missing" : "there");
        if (resource != null && resource.openConnection() instanceof JarURLConnection inJar) {
            Path jar = Path.of(URI.create(inJar.getJarFileURL().toString()));
            Key.put(hasher, jar.getFileName() + " " + Files.size(jar));
        }
    }

    private static Optional<Path> place(Class<?> member) throws URISyntaxException {
        Optional<CodeSource> code =
                Optional.ofNullable(member.getProtectionDomain()).map(ProtectionDomain::getCodeSource);
        return code.isPresent() ? Optional.of(Path.of(code.get().getLocation().toURI())) : Optional.empty();
    }

    /** The contents of a jar, or of all files in a folder, with their names. */
    static void put(Hasher hasher, Path place) throws IOException {
        if (Files.isDirectory(place)) {
            for (Path file : files(place)) {
                Key.put(hasher, place.relativize(file).toString());
                put(hasher, file);
            }
        } else {
            hasher.putBytes(MoreFiles.asByteSource(place).hash(Hashing.sha256()).asBytes());
        }
    }

    private static ImmutableSortedSet<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
        }
    }
}
