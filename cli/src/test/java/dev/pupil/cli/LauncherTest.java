package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code ./pupil}: what it builds when, and how it starts Java. */
final class LauncherTest {
    @TempDir
    private Path folder = Path.of("");

    private LauncherTree tree = new LauncherTree(folder);

    @BeforeEach
    void layOut() {
        tree = LauncherTree.in(folder);
    }

    @Test
    void theFirstUseBuildsAndTheNextOnesDoNot() throws Exception {
        CommandLineRun first = tree.start("run", "a b.pupil");
        CommandLineRun second = tree.start("run", "a b.pupil");

        assertThat(first.err()).isEqualTo(LauncherTree.BUILDING);
        assertThat(second.err()).isEmpty();
        assertThat(first.out()).endsWith("<dev.pupil.cli.Pupil><run><a b.pupil>");
        assertThat(second.out()).endsWith("<dev.pupil.cli.Pupil><run><a b.pupil>");
        assertThat(tree.timesBuilt()).isEqualTo(1);
    }

    @Test
    void aBuildHasEveryJar() throws Exception {
        CommandLineRun run = tree.start("check");

        String build = tree.builds().toRealPath() + "/build\\.\\d+/";
        assertThat(run.out())
                .containsPattern("<-cp><" + build + "pupil-cli-1.jar:" + build + "pupil-compiler-1.jar:" + build
                        + "pupil-grammar-1.jar:" + build + "library-1.jar>");
    }

    @Test
    void onlyWhatPosixAsksForIsNeeded() throws Exception {
        ImmutableMap<String, String> environment = tree.onlyPosixTools();

        CommandLineRun first = tree.start(environment, "run", "a.pupil");
        CommandLineRun second = tree.start(environment, "run", "a.pupil");

        assertThat(first.err()).isEqualTo(LauncherTree.BUILDING);
        assertThat(second.err()).isEmpty();
        assertThat(second.status()).isZero();
        assertThat(second.out()).endsWith("<dev.pupil.cli.Pupil><run><a.pupil>");
    }

    @Test
    void anyShellStartsIt() throws Exception {
        CommandLineRun run = LauncherTree.finish(tree.command(
                        ImmutableMap.of(),
                        ImmutableList.of("sh", tree.launcher().toString(), "run", "a b.pupil"))
                .start());

        assertThat(run.status()).isZero();
        assertThat(run.out()).endsWith("<dev.pupil.cli.Pupil><run><a b.pupil>");
    }

    @Test
    void aSourceThatIsNewerThanTheBuildIsBuilt() throws Exception {
        tree.start("check");
        tree.touch(tree.root().resolve("compiler/src/main/Source.java"));

        tree.start("check");

        assertThat(tree.timesBuilt()).isEqualTo(2);
    }

    @Test
    void aSourceThatIsGoneIsNoticed() throws Exception {
        tree.start("check");
        Path sources = tree.root().resolve("compiler/src/main");
        Files.delete(sources.resolve("Source.java"));
        tree.touch(sources);

        tree.start("check");

        assertThat(tree.timesBuilt()).isEqualTo(2);
    }

    @Test
    void aJarThatIsGoneIsNoticed() throws Exception {
        tree.start("check");
        String build = Files.readString(tree.builds().resolve("newest")).strip();
        Files.delete(tree.builds().resolve(build).resolve("library-1.jar"));

        tree.start("check");

        assertThat(tree.timesBuilt()).isEqualTo(2);
    }

    @Test
    void itWorksThroughLinksFromAnywhere() throws Exception {
        Path near = Files.createSymbolicLink(tree.root().resolve("near"), Path.of("pupil"));
        Path far = Files.createSymbolicLink(folder.resolve("far"), near);

        CommandLineRun run =
                LauncherTree.finish(tree.command(ImmutableMap.of(), ImmutableList.of(far.toString(), "check"))
                        .start());

        assertThat(run.status()).isZero();
        assertThat(tree.builds().resolve("newest")).exists();
    }

    @Test
    void twoFirstUsesAtOnceBuildOnce() throws Exception {
        assertTwoAtOnceBuildOnce(ImmutableMap.of());
    }

    @Test
    void twoFirstUsesAtOnceBuildOnceWhereFilesCannotBeLocked() throws Exception {
        assertTwoAtOnceBuildOnce(tree.onlyPosixTools());
    }

    private void assertTwoAtOnceBuildOnce(ImmutableMap<String, String> environment) throws Exception {
        Process one = tree.process(environment, "check").start();
        Process other = tree.process(environment, "check").start();

        assertThat(ImmutableList.of(one.waitFor(), other.waitFor())).containsExactly(0, 0);
        assertThat(tree.timesBuilt()).isEqualTo(1);
    }

    @Test
    void aLockThatIsLeftBehindDoesNotLast() throws Exception {
        Files.createDirectories(tree.builds());
        Files.createSymbolicLink(tree.builds().resolve("lock.link"), Path.of("99999999"));

        assertThat(tree.start(tree.onlyPosixTools(), "check").status()).isZero();
    }

    @Test
    void onlyQuickCommandsGoWithoutTheOptimisingCompiler() throws Exception {
        tree.start("check");

        assertThat(tree.start("check").out()).contains("<-XX:TieredStopAtLevel=1>");
        assertThat(tree.start("train").out()).doesNotContain("TieredStopAtLevel");
        assertThat(tree.start("run").out()).doesNotContain("TieredStopAtLevel");
        assertThat(tree.start("verify").out())
                .doesNotContain("TieredStopAtLevel")
                .contains("engines.aot");
    }

    @Test
    void moreWordsForJavaArePassedOn() throws Exception {
        assertThat(tree.start(ImmutableMap.of("PUPIL_JAVA_OPTIONS", "-Xmx1g -ea"), "run")
                        .out())
                .contains("<-Xmx1g><-ea>");
    }

    @Test
    void theFolderForTemporaryFilesIsPassedOn() throws Exception {
        assertThat(tree.start(ImmutableMap.of("TMPDIR", "/some where"), "check").out())
                .contains("<-Djava.io.tmpdir=/some where>");
    }

    @Test
    void aJdkThatIsTooOldIsPassedOver() throws Exception {
        CommandLineRun run = tree.start(
                ImmutableMap.of(
                        "JAVA_HOME",
                        tree.jdk("17.0.15").toString(),
                        "JAVA25_HOME",
                        tree.jdk("25.0.3").toString()),
                "check");

        assertThat(run.out()).startsWith("<25.0.3>");
    }

    @Test
    void theFirstLocaleThatIsInstalledWithUtf8IsTaken() throws Exception {
        tree.tool("locale", """
                if [[ $1 == -a ]]; then printf '%s\\n' C POSIX xx_XX yy_YY.utf8; exit; fi
                case $LC_ALL in yy_YY.utf8) echo UTF-8 ;; *) echo ANSI_X3.4-1968 ;; esac
                """);

        assertThat(tree.start(ImmutableMap.of("LC_ALL", "xx_XX.UTF-8"), "check", "é.pupil")
                        .out())
                .startsWith("<25.0.3><yy_YY.utf8>");
    }

    @Test
    void onlyTheWarningOfIncubatorModulesIsKeptFromStandardError() throws Exception {
        tree.start("run");

        assertThat(tree.start("run", "say", "WARNING: Using incubator modules: jdk.incubator.vector")
                        .err())
                .isEmpty();
        assertThat(tree.start("run", "say", "WARNING: something else").err()).isEqualTo("WARNING: something else\n");
    }
}
