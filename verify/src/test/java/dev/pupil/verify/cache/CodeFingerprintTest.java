package dev.pupil.verify.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    @Test
    void anotherVersionOfAnEngineOrNoneChangesIt() throws Exception {
        assertThat(List.of(
                        version("engine-1.jar", "code"),
                        version("engine-2.jar", "code"),
                        version("engine-1.jar", "more code")))
                .doesNotHaveDuplicates()
                .doesNotContain(version(folder.resolve("no.jar")));
        assertThat(version("engine-1.jar", "code")).isEqualTo(version("engine-1.jar", "code"));
    }

    private String version(String jar, String code) throws IOException {
        Path file = folder.resolve(jar);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("engine/Member.class"));
            zip.write(code.getBytes(StandardCharsets.UTF_8));
        }
        return version(file);
    }

    private static String version(Path jar) throws IOException {
        Hasher hasher = Hashing.sha256().newHasher();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            CodeFingerprint.putVersion(hasher, "engine.Member", loader);
        }
        return hasher.hash().toString();
    }

    private static String hash(Path place) throws IOException {
        Hasher hasher = Hashing.sha256().newHasher();
        CodeFingerprint.put(hasher, place);
        return hasher.hash().toString();
    }
}
