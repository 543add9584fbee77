package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher {@code ./pupil} where something is missing, forbidden, broken or ended from outside. */
final class LauncherFailuresTest {
    private static final ImmutableList<String> AS_NOBODY =
            ImmutableList.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir
    private Path folder = Path.of("");

    private LauncherTree tree = new LauncherTree(folder);

    @BeforeEach
    void layOut() {
        tree = LauncherTree.in(folder);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "101, 1", "2, 2", "70, 70", "141, 141"})
    void theExitStatusIsThatOfPupil(String ofJava, int status) throws Exception {
        assertThat(tree.start("status", ofJava).status()).isEqualTo(status);
    }

    @Test
    void javaThatDoesNotStartIsNoCheckThatFailed() throws Exception {
        tree.start("check");

        CommandLineRun run = tree.start("verify", "status", "1");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("pupil: Java did not start: %s/jdk 25.0.3/bin/java\n".formatted(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "ABRT, 70, 'Java crashed, please report what it said'",
        "SEGV, 70, 'Java crashed, please report what it said'",
        "KILL, 137, 'Java was killed, perhaps because the machine has too little memory'"
    })
    void javaThatASignalEndedIsSaid(String signal, int status, String said) throws Exception {
        tree.start("check");

        CommandLineRun run = tree.start("check", "signal", signal);

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.err()).isEqualTo("pupil: " + said + "\n");
    }

    @Test
    void aSignalReachesJavaAtOnce() throws Exception {
        tree.start("check");
        Process process = tree.process(ImmutableMap.of(), "check", "wait", "").start();
        BufferedReader out = process.inputReader();
        out.readLine();

        process.toHandle().destroy();

        assertThat(out.readLine()).isEqualTo("ended");
        assertThat(process.waitFor()).isEqualTo(143);
    }

    @Test
    void aBuildThatFailsSaysWhy() throws Exception {
        tree.tool("mvn", "echo '[INFO] compiling'; echo '[ERROR] A.java: no such thing'; exit 1");

        assertThat(tree.start("check"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        LauncherTree.BUILDING + """
                        [ERROR] A.java: no such thing
                        pupil: could not be built; all that Maven said is in %s/build.log
                        """.formatted(tree.builds().toRealPath())));
    }

    @Test
    void aBuildThatLacksAJarIsNone() throws Exception {
        Files.delete(folder.resolve("repository/library-1.jar"));

        CommandLineRun run = tree.start("check");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("library-1.jar could not be copied to");
        assertThat(tree.start("check").status()).isEqualTo(2);
    }

    @Test
    void aSystemWithoutBashIsToldSo() throws Exception {
        assumeThat(LauncherTree.finish(new ProcessBuilder("/bin/sh", "-c", "echo \"${BASH_VERSION-}\"").start())
                        .out())
                .as("the version of bash that /bin/sh is")
                .isBlank();
        Path nothing = Files.createDirectories(folder.resolve("nothing"));

        assertThat(tree.start(ImmutableMap.of("PATH", nothing.toString()), "check"))
                .isEqualTo(
                        new CommandLineRun(2, "", "pupil: needs bash 3.2 or later, and there is none on the path\n"));
    }

    @Test
    void aSystemThatOpensTooFewFilesIsToldSo() throws Exception {
        CommandLineRun run = LauncherTree.finish(tree.command(
                        ImmutableMap.of(),
                        ImmutableList.of(
                                "bash",
                                "-c",
                                "ulimit -n 60; exec \"$@\"",
                                "bash",
                                tree.launcher().toString(),
                                "check"))
                .start());

        assertThat(run)
                .isEqualTo(new CommandLineRun(2, "", "pupil: needs 128 open files, and 'ulimit -n' allows only 60\n"));
    }

    @Test
    void aNameThatNoLocaleCanReadIsRefused() throws Exception {
        tree.tool("locale", "echo ANSI_X3.4-1968");

        assertThat(tree.start("check", "e.pupil").status()).isZero();
        assertThat(tree.start("check", "é.pupil"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "pupil: no UTF-8 locale is installed, without which Java can't read this name: é.pupil\n"));
    }

    @Test
    void whatOneUserBuiltAnotherRuns() throws Exception {
        Files.setPosixFilePermissions(
                folder.resolve("repository/library-1.jar"),
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        tree.start("check");
        Path otherJdk = tree.jdk("26");
        forbidWriting();

        CommandLineRun run = startForbidden(ImmutableMap.of("JAVA_HOME", otherJdk.toString()), "check");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("<26>").endsWith("<dev.pupil.cli.Pupil><check>");
    }

    @Test
    void whatMayNotBeBuiltIsSaid() throws Exception {
        forbidWriting();

        assertThat(startForbidden(ImmutableMap.of(), "check"))
                .isEqualTo(new CommandLineRun(2, "", """
                        pupil: is not built from its newest sources, or not for you to read, and can't be: %s can't be written to
                        pupil: let someone start it once who may write there
                        """.formatted(tree.builds())));
    }

    /** Starts the launcher as somebody for whom permissions count, as they don't for a system's administrator. */
    private CommandLineRun startForbidden(ImmutableMap<String, String> environment, String... words) throws Exception {
        ImmutableList.Builder<String> command = ImmutableList.builder();
        if (Files.isWritable(tree.root())) {
            command.addAll(AS_NOBODY);
        }
        return LauncherTree.finish(tree.command(
                        environment,
                        command.add(tree.launcher().toString()).add(words).build())
                .start());
    }

    private void forbidWriting() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                permissions.removeAll(EnumSet.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE));
                if (!file.endsWith("library-1.jar") || file.startsWith(tree.builds())) {
                    permissions.add(PosixFilePermission.OTHERS_READ);
                }
                if (Files.isDirectory(file)) {
                    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
                }
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }
}
