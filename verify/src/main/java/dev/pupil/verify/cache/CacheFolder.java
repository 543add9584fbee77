package dev.pupil.verify.cache;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.disk.AtomicFile;
import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A cache in a folder: a folder for each version of Pupil, and in it a file for each finding, named by its key. */
public final class CacheFolder implements FindingCache {
    private final Path whole;
    private final Path folder;
    private final Consumer<String> notes;
    private final AtomicBoolean complained = new AtomicBoolean();

    /**
     * A cache in {@code folder}, which is made when there is something to remember.
     *
     * @param code what tells this version of Pupil from others
     * @param notes gets one sentence the first time that something can't be remembered
     */
    CacheFolder(Path folder, String code, Consumer<String> notes) {
        this.whole = folder;
        this.folder = folder.resolve(code);
        this.notes = notes;
    }

    /**
     * The findings of this version of Pupil in {@code folder}, which is made when there is something to remember.
     *
     * @param notes gets one sentence the first time that something can't be remembered
     */
    public static FindingCache in(Path folder, Consumer<String> notes) {
        Optional<String> code = CodeFingerprint.ofThisCode();
        if (code.isEmpty()) {
            notes.accept("nothing is remembered, since the version of pupil that runs can't be told");
            return FindingCache.NONE;
        }
        return new CacheFolder(folder, code.get(), notes);
    }

    /**
     * Where the XDG Base Directory Specification wants such files: {@code $XDG_CACHE_HOME/pupil/verify}, or
     * {@code ~/.cache/pupil/verify} where that variable is not an absolute path.
     *
     * @param environment the environment's variables
     * @param home the user's home folder
     */
    public static Path usual(Map<String, String> environment, Path home) {
        Path named = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        return (named.isAbsolute() ? named : home.resolve(".cache"))
                .resolve("pupil")
                .resolve("verify");
    }

    @Override
    public Optional<Finding> recall(Key key, Obligation obligation) {
        try {
            return Entry.parse(new String(Files.readAllBytes(file(key)), StandardCharsets.UTF_8), key)
                    .filter(entry -> entry.obligation() == obligation)
                    .map(Entry::finding);
        } catch (IOException unreadable) {
            if (!(unreadable instanceof NoSuchFileException)) {
                complain("can't be read");
            }
            return Optional.empty();
        }
    }

    @Override
    public void remember(Key key, Finding finding) {
        checkArgument(finding.holds(), "only what holds is remembered");
        try {
            Files.createDirectories(folder);
            AtomicFile.write(
                    file(key), ByteBuffer.wrap(Entry.of(finding).text(key).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unwritable) {
            complain("can't be written");
        }
    }

    private Path file(Key key) {
        return folder.resolve(key.sha256() + ".json");
    }

    private void complain(String problem) {
        if (!complained.getAndSet(true)) {
            notes.accept("%s: the cache %s; everything is checked again each time".formatted(whole, problem));
        }
    }
}
