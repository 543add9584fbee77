package dev.pupil.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.DiagnosticRenderer;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is refused, and with exactly which words. The tables are files in {@code src/test/resources/refusals}: each entry
 * is a title after {@code ==}, a text, {@code --}, and the messages as printed. A text that is no whole learner is a
 * learner's members, or else statements of {@code learn}; line 1 is then the frame around it.
 */
class RefusalTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "refusals");

    /** One line of the table. */
    record Entry(String title, String text, String messages) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                Splitter.on("\n== ").split("\n" + Files.readString(file)).forEach(entry -> {
                    if (!entry.isBlank()) {
                        entries.add(entry(entry));
                    }
                });
            }
        }
        return entries.stream();
    }

    private static Entry entry(String entry) {
        int text = entry.indexOf('\n') + 1;
        int messages = entry.indexOf("\n--\n", text - 1);
        return new Entry(
                entry.substring(0, text - 1),
                entry.substring(text, messages + 1),
                entry.substring(messages + "\n--\n".length()).strip());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isRefusedWithTheseWords(Entry entry) {
        assertThat(messages(framed(entry.text()))).isEqualTo(entry.messages());
    }

    @Test
    void everyCodeOfTheFrontEndIsInTheTable() throws IOException {
        String table = entries().map(Entry::messages).reduce("", String::concat);
        assertThat(DiagnosticCode.values())
                .filteredOn(code -> !code.code().startsWith("PUP06"))
                .filteredOn(code -> !HostileInputTest.CODES.contains(code))
                .allSatisfy(code -> assertThat(table).contains(code.code()));
    }

    static String messages(Source source) {
        try {
            Checker.definition(source);
            return "accepted";
        } catch (DiagnosticException refusal) {
            return DiagnosticRenderer.render(refusal);
        }
    }

    static Source framed(String text) {
        boolean bare = !text.contains(";") && !text.contains("{");
        boolean whole = bare || text.contains("learner ") || text.startsWith("machine ");
        boolean members =
                Stream.of("memory ", "procedure ", "learn ", "predict ").anyMatch(text::contains);
        return new Source("test.pupil", whole ? text : members ? aroundMembers(text) : aroundStatements(text));
    }

    private static String aroundMembers(String members) {
        String learn = members.contains("learn ") ? "" : "learn (example v) { }\n";
        String predict = members.contains("predict ") ? "" : "predict (query v) { return 0; }\n";
        return "learner test(d features, m examples) {\n" + members + learn + predict + "}\n";
    }

    private static String aroundStatements(String statements) {
        return "learner test(d features, m examples) { memory bit b[d], row[m][d + 1]; memory int -8..7 w[d]; "
                + "memory int 0..m count; memory int wide; learn (example v) {\n"
                + statements
                + "} predict (query v) { return 0; } }\n";
    }
}
