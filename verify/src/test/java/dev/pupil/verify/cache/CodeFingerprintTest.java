package dev.pupil.verify.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeFingerprintTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void thisCodeHasOneWhichStays() {
        assertThat(CodeFingerprint.ofThisCode()).isPresent().isEqualTo(CodeFingerprint.ofThisCode());
    }

    @Test
    void aChangedClassOrAnotherNameChangesIt() throws Exception {
        Path member = Files.writeString(folder.resolve("A.class"), "code");
        String before = hash(folder);
        Files.writeString(member, "cod3");
        String changed = hash(folder);
        Files.writeString(member, "code");
        Files.move(member, folder.resolve("B.class"));

        assertThat(hash(folder)).isNotEqualTo(before);
        assertThat(changed).isNotEqualTo(before);
    }

    private static String hash(Path place) throws IOException {
        Hasher hasher = Hashing.sha256().newHasher();
        CodeFingerprint.put(hasher, place);
        return hasher.hash().toString();
    }
}
