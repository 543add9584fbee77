package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The launcher {@code ./pupil} in a tree of its own, with scripts in the place of Java and Maven that write down how
 * they were called. The property {@code pupil.test.bash} names a bash to try it with, such as a 3.2; else it is the one
 * on the path.
 *
 * @param folder where everything is
 */
record LauncherTree(Path folder) {
    static final String BUILDING = "pupil: building, since this is the first use or the sources have changed\n";

    private static final Path LAUNCHER = Path.of("../pupil").toAbsolutePath().normalize();
    private static final ImmutableList<String> MODULES = ImmutableList.of("grammar", "compiler", "cli");

    /** What the launcher may use: of POSIX, and bash, locale, and readlink, which all systems have. */
    private static final ImmutableList<String> POSIX_TOOLS = ImmutableList.of(
            "awk", "cat", "find", "head", "ln", "locale", "mkdir", "mv", "readlink", "rm", "sleep", "touch");

    static LauncherTree in(Path folder) {
        LauncherTree tree = new LauncherTree(folder);
        try {
            tree.layOut();
            return tree;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void layOut() throws IOException {
        for (String module : MODULES) {
            Path sources = Files.createDirectories(root().resolve(module).resolve("src/main"));
            makeOld(Files.writeString(sources.resolve("Source.java"), module));
            makeOld(sources);
            makeOld(Files.writeString(root().resolve(module).resolve("pom.xml"), module));
        }
        makeOld(Files.writeString(root().resolve("pom.xml"), "root"));
        Files.copy(LAUNCHER, launcher());
        Files.createDirectories(tools());
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Files.writeString(repository.resolve("library-1.jar"), "library");
        tool("mvn", """
                echo built >> '%1$s/builds'
                for module in grammar compiler cli; do
                    mkdir -p "$module/target"
                    touch "$module/target/pupil-$module-1.jar"
                done
                printf '%%s' "$PWD/compiler/target/pupil-compiler-1.jar:$PWD/grammar/target/pupil-grammar-1.jar:%1$s/repository/library-1.jar" > cli/target/class-path
                """.formatted(folder));
        Optional.ofNullable(System.getProperty("pupil.test.bash")).ifPresent(bash -> link("bash", Path.of(bash)));
        jdk("25.0.3");
    }

    /** Where the launcher is. */
    Path root() {
        return folder.resolve("a tree");
    }

    Path launcher() {
        return root().resolve("pupil");
    }

    /** What comes first on the path. */
    Path tools() {
        return folder.resolve("tools");
    }

    /** What is built. */
    Path builds() {
        return root().resolve("target/pupil");
    }

    /** How often Maven was called. */
    int timesBuilt() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** Puts a script on the path. */
    void tool(String name, String commands) throws IOException {
        script(tools().resolve(name), commands);
    }

    /** A JDK that prints its version and its arguments, and then does what the last two of them say. */
    Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk " + version));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/javac"), "");
        script(home.resolve("bin/java"), """
                printf '<%%s>' '%s' "$LC_ALL" "$@"
                case ${*: -2:1} in
                    status) exit "${*: -1}" ;;
                    signal) kill -"${*: -1}" $$ ;;
                    wait) trap 'echo ended; exit 143' TERM; echo; cat <&0 & wait ;;
                    say) echo "${*: -1}" >&2 ;;
                esac
                """.formatted(version));
        return home;
    }

    /** The only tools on the path become those that POSIX asks for; returns the variables that say so. */
    ImmutableMap<String, String> onlyPosixTools() {
        POSIX_TOOLS.forEach(name -> link(name, onThePath(name)));
        if (!Files.exists(tools().resolve("bash"))) {
            link("bash", onThePath("bash"));
        }
        return ImmutableMap.of("PATH", tools().toString());
    }

    /** A source of a module becomes newer than what is built. */
    void touch(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));
    }

    CommandLineRun start(String... words) throws Exception {
        return start(ImmutableMap.of(), words);
    }

    CommandLineRun start(Map<String, String> environment, String... words) throws Exception {
        return finish(process(environment, words).start());
    }

    /** Waits for the end of what was started. */
    static CommandLineRun finish(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandLineRun(process.waitFor(), out, err);
    }

    ProcessBuilder process(Map<String, String> environment, String... words) {
        return command(
                environment,
                ImmutableList.<String>builder()
                        .add(launcher().toString())
                        .add(words)
                        .build());
    }

    /** A command in the same environment. */
    ProcessBuilder command(Map<String, String> environment, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("PATH", tools() + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk 25.0.3").toString());
        builder.environment().keySet().removeAll(List.of("PUPIL_JAVA_OPTIONS", "TMPDIR"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** Puts an installed program on the path. */
    private void link(String name, Path program) {
        try {
            executable(tools().resolve(name), "#!/bin/sh\nexec '" + program + "' \"$@\"\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path onThePath(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void script(Path file, String commands) throws IOException {
        executable(file, "#!/usr/bin/env bash\n" + commands);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }
}
