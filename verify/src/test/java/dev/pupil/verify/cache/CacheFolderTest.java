package dev.pupil.verify.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Strength;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheFolderTest {
    private static final Key KEY = new Key("0123".repeat(16));
    private static final Key OTHER_KEY = new Key("4567".repeat(16));
    private static final Finding FOUND = new Finding(
            Obligation.MEANING,
            Conclusion.holds(
                    new Evidence(Strength.EXHAUSTED, "all \"small\" data sets ≤ 3", 4_096, "data sets"),
                    new Evidence(Strength.TESTED, "seed 1", 0, "queries")),
            Duration.ofNanos(1_234_567_890),
            false);
    private static final Finding REMEMBERED = new Finding(FOUND.obligation(), FOUND.conclusion(), FOUND.time(), true);

    @TempDir
    private Path folder = Path.of("");

    private final List<String> notes = new ArrayList<>();
    private FindingCache cache = FindingCache.NONE;

    @BeforeEach
    void open() {
        cache = cache("one version");
    }

    @Test
    void whatWasFoundIsRecalledByWhoeverComesNext() {
        cache.remember(KEY, FOUND);

        assertThat(cache("one version").recall(KEY, Obligation.MEANING)).contains(REMEMBERED);
        assertThat(notes).isEmpty();
    }

    @Test
    void nothingIsRecalledUnderAnotherKeyOrByAnotherVersion() {
        cache.remember(KEY, FOUND);

        assertThat(cache.recall(OTHER_KEY, Obligation.MEANING)).isEmpty();
        assertThat(cache.recall(KEY, Obligation.STEP)).isEmpty();
        assertThat(cache("another version").recall(KEY, Obligation.MEANING)).isEmpty();
        assertThat(notes).isEmpty();
    }

    @Test
    void aFileUnderAnotherNameSaysNothing() throws Exception {
        cache.remember(KEY, FOUND);
        Files.copy(file(KEY), file(OTHER_KEY));

        assertThat(cache.recall(OTHER_KEY, Obligation.MEANING)).isEmpty();
    }

    @Test
    void aFileWithAnyByteChangedOrMissingIsAsGoodAsNone() throws Exception {
        cache.remember(KEY, FOUND);
        byte[] whole = Files.readAllBytes(file(KEY));

        for (int place = 0; place < whole.length; place++) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            Files.write(file(KEY), changed);
            assertThat(cache.recall(KEY, Obligation.MEANING)).isEmpty();
            Files.write(file(KEY), Arrays.copyOf(whole, place));
            assertThat(cache.recall(KEY, Obligation.MEANING)).isEmpty();
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void aDamagedFileIsReplaced() throws Exception {
        Files.createDirectories(file(KEY).getParent());
        Files.write(file(KEY), "\uD800 no".getBytes(StandardCharsets.UTF_16));

        cache.remember(KEY, FOUND);

        assertThat(cache.recall(KEY, Obligation.MEANING)).contains(REMEMBERED);
    }

    @Test
    void aFolderThatCannotBeMadeIsToldOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        FindingCache impossible = new CacheFolder(file, "one version", notes::add);

        impossible.remember(KEY, FOUND);
        impossible.remember(OTHER_KEY, FOUND);

        assertThat(impossible.recall(KEY, Obligation.MEANING)).isEmpty();
        assertThat(notes).containsExactly(file + ": the cache can't be written; everything is checked again each time");
    }

    @Test
    void onlyWhatHoldsMayBeRemembered() {
        Finding refuted =
                new Finding(Obligation.STEP, Conclusion.refuted(Counterexample.of("not so")), Duration.ZERO, false);

        assertThatThrownBy(() -> cache.remember(KEY, refuted)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theUsualPlaceIsThatOfCaches() {
        Path home = Path.of("/home/somebody");

        assertThat(CacheFolder.usual(ImmutableMap.of(), home)).hasToString("/home/somebody/.cache/pupil/verify");
        assertThat(CacheFolder.usual(ImmutableMap.of("XDG_CACHE_HOME", "/var/x"), home))
                .hasToString("/var/x/pupil/verify");
        assertThat(CacheFolder.usual(ImmutableMap.of("XDG_CACHE_HOME", "relative"), home))
                .hasToString("/home/somebody/.cache/pupil/verify");
    }

    private FindingCache cache(String version) {
        return new CacheFolder(folder, version, notes::add);
    }

    private Path file(Key key) {
        return folder.resolve("one version").resolve(key.sha256() + ".json");
    }
}
