package dev.pupil.compiler.lower.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pupil.compiler.check.Checker;
import dev.pupil.compiler.lower.rewrite.RefusalCode;
import dev.pupil.compiler.program.Program;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.DiagnosticRenderer;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that check but are no wave, each with the message that refuses it: pairs {@code NAME.pupil}, {@code
 * NAME.txt} in {@code src/test/resources/refused}. With {@code -Dpupil.golden=write} the messages are written instead.
 */
class WavefrontRefusalTest {
    private static final Path FOLDER = Path.of("src/test/resources/refused");

    static List<String> programs() throws IOException {
        return names(".pupil");
    }

    private static List<String> names(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isRefusedWithTheConstructTheReasonAndWhatToWriteInstead(String name) throws Exception {
        String message = refusal(name);
        Path expected = FOLDER.resolve(name + ".txt");
        if ("write".equals(System.getProperty("pupil.golden"))) {
            Files.writeString(expected, message);
        }

        assertThat(message).isEqualTo(Files.readString(expected)).contains("= help: ");
    }

    private static String refusal(String name) throws Exception {
        String file = name + ".pupil";
        Program program = Checker.check(new Source(file, Files.readString(FOLDER.resolve(file))));
        DiagnosticException refusal =
                catchThrowableOfType(DiagnosticException.class, () -> WavefrontLowering.lower(program));
        assertThat(refusal).as(name).isNotNull();
        return DiagnosticRenderer.render(refusal);
    }

    @Test
    void everyMessageHasItsProgram() throws IOException {
        assertThat(names(".txt")).isEqualTo(names(".pupil"));
    }

    @Test
    void everyReasonOccurs() throws Exception {
        Set<String> codes = new TreeSet<>();
        for (String name : programs()) {
            String message = refusal(name);
            codes.add(message.substring("error[".length(), message.indexOf(']')));
        }

        assertThat(codes)
                .isEqualTo(Stream.of(RefusalCode.values())
                        .map(RefusalCode::code)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
