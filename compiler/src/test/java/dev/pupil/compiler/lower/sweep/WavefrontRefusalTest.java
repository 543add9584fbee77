package dev.pupil.compiler.lower.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.check.Checker;
import dev.pupil.compiler.lower.Attempt;
import dev.pupil.compiler.lower.sweep.WavefrontLowering.Waves;
import dev.pupil.compiler.program.Program;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that check but are no wave, each with the reason: pairs {@code NAME.pupil}, {@code
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
    void isRefusedWithThePlaceAndTheReason(String name) throws Exception {
        String message = refusal(name);
        Path expected = FOLDER.resolve(name + ".txt");
        if ("write".equals(System.getProperty("pupil.golden"))) {
            Files.writeString(expected, message);
        }

        assertThat(message).isEqualTo(Files.readString(expected));
    }

    private static String refusal(String name) throws Exception {
        String file = name + ".pupil";
        Program program = Checker.check(new Source(file, Files.readString(FOLDER.resolve(file))));
        return switch (WavefrontLowering.lower(program)) {
            case Attempt.Made<Waves> made -> name + " is waves";
            case Attempt.Refused<Waves> refused ->
                "%s: %s%n"
                        .formatted(
                                refused.objection().span(), refused.objection().clause());
        };
    }

    @Test
    void everyMessageHasItsProgram() throws IOException {
        assertThat(names(".txt")).isEqualTo(names(".pupil"));
    }
}
