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
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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

    private CodeFingerprint() {}

    /**
     * The SHA-256 of the class files that run now, in their jars or folders, or nothing where they can't be found; it
     * takes milliseconds.
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
        } catch (IOException | URISyntaxException unreadable) {
            return Optional.empty();
        }
        return Optional.of(hasher.hash().toString());
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
                byte[] name = place.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
                hasher.putInt(name.length).putBytes(name);
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
