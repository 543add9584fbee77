package dev.pupil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts run on macOS, too: its bash is 3.2, and its tools have no options of GNU's own. */
final class ShellScriptsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final ImmutableMap<String, Pattern> NEWER = ImmutableMap.<String, Pattern>builder()
            .put("maps and references need bash 4", Pattern.compile("\\b(declare|local|typeset|readonly) -\\w*[Ang]"))
            .put("descriptors that bash chooses need bash 4.1", Pattern.compile("\\{\\w+\\}[<>]"))
            .put("'&>>' and '|&' need bash 4", Pattern.compile("&>>|\\|&"))
            .put("';&' and ';;&' need bash 4", Pattern.compile(";&"))
            .put("other letters' case needs bash 4", Pattern.compile("\\$\\{\\w+(\\[[^]]*])?(\\^|,)"))
            .put("'@' needs bash 4.4", Pattern.compile("\\$\\{\\w+(\\[[^]]*])?@[A-Za-z]\\}"))
            .put("negative indices need bash 4.2", Pattern.compile("\\$\\{\\w+\\[-|\\$\\{\\w+:[^}]*:\\s*-\\d"))
            .put(
                    "commands of bash 4 and later",
                    Pattern.compile(
                            "\\b(mapfile|readarray|coproc)\\b|\\bwait -[np]|\\[\\[ -[vR] |\\bread -\\w*[Ni]\\b"))
            .put(
                    "variables and options of bash 4 and later",
                    Pattern.compile(
                            "\\$\\{?(BASHPID|EPOCH\\w+|SRANDOM|BASH_ARGV0)\\b|shopt -s (globstar|lastpipe|inherit_errexit)"))
            .put(
                    "'printf %(...)T' and 'printf -v a[i]' need bash 4",
                    Pattern.compile("printf .*%\\(|printf -v \\w+\\["))
            .put("'readlink -f' and 'mv -T' are GNU's", Pattern.compile("\\breadlink -\\w*[efm]|\\b(mv|cp|ln) -\\w*T"))
            .put("'date' has no fractions and reads no dates", Pattern.compile("\\bdate .*(%N|-d\\b|--date)"))
            .put(
                    "options of GNU's sed, grep, find, sort and xargs",
                    Pattern.compile(
                            "\\bsed -\\w*i|\\bgrep -\\w*P|--line-buffered|\\bfind .*-(printf|quit)|\\bsort -\\w*V|\\bxargs -\\w*r"))
            .put("commands that are GNU's or Linux's", Pattern.compile("\\b(realpath|tac|nproc|setsid|timeout) "))
            .buildOrThrow();

    @Test
    void everyScriptRunsOnMacOs() throws IOException {
        List<Path> scripts = scripts();

        assertThat(scripts).contains(ROOT.resolve("pupil"), ROOT.resolve("bench/whole-process"));
        for (Path script : scripts) {
            assertThat(newer(Files.readString(script))).as(script.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare -A kind=()",
                "exec {lock}>file",
                "all=$(readlink -f -- \"$self\")",
                "mv -T -- a b",
                "begin=$(date +%s.%N)",
                "echo ${name^^}",
                "echo \"${last[-1]}\"",
                "mapfile -t lines <file",
                "command |& cat",
                "find . -newer a -print -quit"
            })
    void whatIsNewerIsFound(String line) {
        assertThat(newer(line)).hasSize(1);
    }

    private static List<String> newer(String script) {
        List<String> found = new ArrayList<>();
        for (String line :
                script.lines().filter(text -> !text.strip().startsWith("#")).toList()) {
            for (Map.Entry<String, Pattern> construct : NEWER.entrySet()) {
                if (construct.getValue().matcher(line).find()) {
                    found.add(construct.getKey() + ": " + line.strip());
                }
            }
        }
        return found;
    }

    /** All files that a shell executes. */
    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.find(ROOT, 3, (file, attributes) -> attributes.isRegularFile())) {
            return files.filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.git)/.*"))
                    .filter(ShellScriptsTest::isScript)
                    .toList();
        }
    }

    private static boolean isScript(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().filter(line -> line.matches("#!.*sh\\b.*")).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
