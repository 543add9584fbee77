package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code ./pupil} in a tree of its own, with scripts in the place of Java and Maven that write down how
 * they were called.
 */
final class LauncherTest {
    private static final Path LAUNCHER = Path.of("../pupil").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    private Path tree = Path.of("");
    private Path jdk = Path.of("");
    private Path tools = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        tree = Files.createDirectories(folder.resolve("a tree"));
        for (String module : List.of("grammar", "compiler", "runtime", "verify", "cli")) {
            Path sources = Files.createDirectories(tree.resolve(module).resolve("src/main"));
            makeOld(Files.writeString(sources.resolve("Source.java"), module));
            makeOld(sources);
            makeOld(Files.writeString(tree.resolve(module).resolve("pom.xml"), module));
        }
        makeOld(Files.writeString(tree.resolve("pom.xml"), "root"));
        Files.copy(LAUNCHER, tree.resolve("pupil"));
        jdk = jdk("25.0.3");
        tools = Files.createDirectories(folder.resolve("tools"));
        script(tools.resolve("mvn"), """
                echo built >> '%1$s/builds'
                mkdir -p cli/target
                touch cli/target/pupil-cli-1.jar
                printf '%%s' "$PWD/cli/target/pupil-cli-1.jar" > cli/target/class-path
                """.formatted(folder));
    }

    @Test
    void theFirstUseBuildsAndTheNextOnesDoNot() throws Exception {
        CommandLineRun first = start("run", "a b.pupil");
        CommandLineRun second = start("run", "a b.pupil");

        assertThat(first.err()).isEqualTo("pupil: building, since this is the first use or the sources have changed\n");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out()).contains("<dev.pupil.cli.Pupil><run><a b.pupil>");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void theExitStatusIsThatOfTheProgram() throws Exception {
        assertThat(start("status", "7").status()).isEqualTo(7);
    }

    @Test
    void aSourceThatIsNewerThanTheBuildIsBuilt() throws Exception {
        start("check");
        Path source = tree.resolve("compiler/src/main/Source.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));

        start("check");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aSourceThatIsGoneIsNoticed() throws Exception {
        start("check");
        Path sources = tree.resolve("compiler/src/main");
        Files.delete(sources.resolve("Source.java"));
        Files.setLastModifiedTime(sources, FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));

        start("check");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void itWorksThroughALinkFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), tree.resolve("pupil"));

        CommandLineRun run = start(link, Map.of(), "check");

        assertThat(run.status()).isZero();
        assertThat(tree.resolve("target/pupil/current/class-path")).exists();
    }

    @Test
    void twoFirstUsesAtOnceBuildOnce() throws Exception {
        Process one = process(tree.resolve("pupil"), Map.of(), "check").start();
        Process other = process(tree.resolve("pupil"), Map.of(), "check").start();

        assertThat(ImmutableList.of(one.waitFor(), other.waitFor())).containsExactly(0, 0);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aBuildThatFailsSaysWhy() throws Exception {
        script(tools.resolve("mvn"), "echo '[INFO] compiling'; echo '[ERROR] A.java: no such thing'; exit 1");

        CommandLineRun run = start("check");

        assertThat(run).isEqualTo(new CommandLineRun(2, "", """
                        pupil: building, since this is the first use or the sources have changed
                        [ERROR] A.java: no such thing
                        pupil: could not be built; all that Maven said is in %s/target/pupil/build.log
                        """.formatted(tree.toRealPath())));
    }

    @Test
    void onlyQuickCommandsGoWithoutTheOptimisingCompiler() throws Exception {
        start("check");

        assertThat(start("check").out()).contains("<-XX:TieredStopAtLevel=1>");
        assertThat(start("run").out()).doesNotContain("TieredStopAtLevel");
        assertThat(start("verify").out()).doesNotContain("TieredStopAtLevel").contains("engines.aot");
    }

    @Test
    void moreWordsForJavaArePassedOn() throws Exception {
        assertThat(start(tree.resolve("pupil"), Map.of("PUPIL_JAVA_OPTIONS", "-Xmx1g -ea"), "run")
                        .out())
                .contains("<-Xmx1g><-ea>");
    }

    @Test
    void aJdkThatIsTooOldIsPassedOver() throws Exception {
        CommandLineRun run = start(
                tree.resolve("pupil"),
                Map.of("JAVA_HOME", jdk("17.0.15").toString(), "JAVA25_HOME", jdk.toString()),
                "check");

        assertThat(run.out()).startsWith("<25.0.3>");
    }

    private CommandLineRun start(String... words) throws Exception {
        return start(tree.resolve("pupil"), Map.of(), words);
    }

    private CommandLineRun start(Path launcher, Map<String, String> environment, String... words) throws Exception {
        Process process = process(launcher, environment, words).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandLineRun(process.waitFor(), out, err);
    }

    private ProcessBuilder process(Path launcher, Map<String, String> environment, String... words) {
        ProcessBuilder builder = new ProcessBuilder(ImmutableList.<String>builder()
                        .add(launcher.toString())
                        .add(words)
                        .build())
                .directory(folder.toFile());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().remove("PUPIL_JAVA_OPTIONS");
        builder.environment().putAll(environment);
        return builder;
    }

    private int builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk " + version));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/javac"), "");
        script(home.resolve("bin/java"), """
                printf '<%%s>' '%s' "$@"
                [[ ${*: -2:1} != status ]] || exit "${*: -1}"
                """.formatted(version));
        return home;
    }

    private static void script(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + commands);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }
}
