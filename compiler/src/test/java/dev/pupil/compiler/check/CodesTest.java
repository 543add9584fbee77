package dev.pupil.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.circuit.RuleTooLargeException;
import dev.pupil.grammar.source.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No message is forgotten: what the sources can refuse is in a table of refusals. */
class CodesTest {
    private static final Pattern CODE = Pattern.compile("\"(PUP\\d{4})\"");
    private static final Pattern REFUSED = Pattern.compile("error\\[(PUP\\d{4})]");

    private static final List<Path> TABLES =
            List.of(Path.of("src", "test", "resources", "refusals"), Path.of("src", "test", "resources", "refused"));

    /** What {@code RuleTooLargeTest} has: no table, because it takes a circuit to be refused. */
    private static final ImmutableSet<String> OF_CIRCUITS = ImmutableSet.of(RuleTooLargeException.CODE);

    @Test
    void everyCodeInTheSourcesIsInATable() throws IOException {
        Set<String> tested = new TreeSet<>(OF_CIRCUITS);
        HostileInputTest.CODES.stream().map(DiagnosticCode::code).forEach(tested::add);
        for (Path table : TABLES) {
            tested.addAll(found(REFUSED, table, ".txt"));
        }

        assertThat(codesOfTheSources()).isNotEmpty().isSubsetOf(tested);
    }

    @Test
    void noTableHasACodeThatTheSourcesDoNot() throws IOException {
        Set<String> sources = codesOfTheSources();
        for (Path table : TABLES) {
            assertThat(found(REFUSED, table, ".txt")).isSubsetOf(sources);
        }
    }

    private static Set<String> codesOfTheSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path sources : modules.map(module -> module.resolve(Path.of("src", "main", "java")))
                    .filter(Files::isDirectory)
                    .toList()) {
                codes.addAll(found(CODE, sources, ".java"));
            }
        }
        return codes;
    }

    /** What a pattern's group finds in the files below a folder. */
    private static Set<String> found(Pattern pattern, Path folder, String ending) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
