package dev.pupil.verify.cache;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What a finding depends on, besides the code of Pupil.
 *
 * @param sha256 64 hexadecimal digits
 */
public record Key(String sha256) {

    /**
     * The key of an obligation's finding.
     *
     * @param weights the SHA-256 of the weight file's bytes
     * @param claimed the program that the file is said to be compiled from
     * @param engines the engines that can be started here, if the obligation is about engines
     */
    public static Key of(
            String weights,
            Optional<Source> claimed,
            Settings settings,
            Obligation obligation,
            Set<EngineKind> engines) {
        Hasher hasher = Hashing.sha256().newHasher();
        put(hasher, weights);
        hasher.putBoolean(claimed.isPresent());
        claimed.ifPresent(source -> {
            // Evidence may call it by its name.
            put(hasher, source.name());
            put(hasher, source.text());
        });
        put(hasher, settings.effort().name());
        hasher.putBoolean(settings.crossCheck());
        hasher.putLong(settings.seed());
        put(hasher, obligation.name());
        engines.stream().sorted().forEach(engine -> put(hasher, engine.name()));
        return new Key(hasher.hash().toString());
    }

    /** With its length, so that texts can't run into each other. */
    static void put(Hasher hasher, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
    }
}
