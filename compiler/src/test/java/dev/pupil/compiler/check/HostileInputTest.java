package dev.pupil.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Source;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody's text makes the front end throw anything but a diagnostic. */
class HostileInputTest {
    /** Codes that only large inputs have; too large for the table of refusals. */
    static final ImmutableSet<DiagnosticCode> CODES = ImmutableSet.of(
            DiagnosticCode.NAME_TOO_LONG, DiagnosticCode.NESTED_TOO_DEEPLY, DiagnosticCode.TEXT_TOO_LONG);

    private static final int MANY = 20_000;

    private static Named<String> statement(String name, String text) {
        return Named.of(name, RefusalTest.framed(text + "\n").text());
    }

    static Stream<Named<String>> deep() {
        return Stream.of(
                statement("parentheses", "v[0] = " + "(".repeat(MANY) + "1" + ")".repeat(MANY) + ";"),
                statement("open parentheses", "v[0] = " + "(".repeat(MANY)),
                statement("closing parentheses", ")".repeat(MANY) + "(".repeat(MANY)),
                statement("indices", "v" + "[v".repeat(MANY) + "[0]" + "]".repeat(MANY) + " = 1;"),
                statement("blocks", "{".repeat(MANY) + "}".repeat(MANY)),
                statement("branches", "if v[0] {".repeat(MANY) + "}".repeat(MANY)),
                statement("loops", "for j in 0..d {".repeat(MANY) + "}".repeat(MANY)),
                statement("negations", "v[0] = " + "!".repeat(MANY) + "v[0];"),
                statement("minus signs", "v[0] = " + "- ".repeat(MANY) + "v[0];"),
                statement("a sum", "v[0] = 0" + " + 1".repeat(MANY) + ";"),
                statement("choices", "v[0] = " + "v[0] ? 1 : ".repeat(MANY) + "0;"),
                statement("choices inside", "v[0] = " + "v[0] ? ".repeat(MANY) + "0" + " : 1".repeat(MANY) + ";"),
                statement("comparisons", "v[0] = 0" + " == 1".repeat(MANY) + ";"),
                statement("else-if chain", "if v[0] { }" + " else if v[0] { }".repeat(MANY)));
    }

    @ParameterizedTest
    @MethodSource("deep")
    void deepNestingIsRefused(String text) {
        assertThat(RefusalTest.messages(new Source("deep.pupil", text)))
                .startsWith("error[" + DiagnosticCode.NESTED_TOO_DEEPLY.code() + "]: nested too deeply")
                .hasSizeLessThan(1_000);
    }

    static Stream<Named<String>> odd() {
        return Stream.of(
                Named.of("nothing", ""),
                Named.of("blank", " \n\t\r\n "),
                Named.of("zero bytes", "\0".repeat(1_000)),
                Named.of("a lone surrogate", "learner \uD800 (d features) {}"),
                Named.of("surrogates the wrong way round", "learner a\uDC00\uD800(d features) {}"),
                Named.of("emoji", "learner 🦊(d features) {}"),
                Named.of("text that runs backwards", "learner a(d features) { \u202E }"),
                Named.of("unclosed strings", "\"\"\"''''\\\\"),
                Named.of("closing braces", "}".repeat(MANY)),
                Named.of("semicolons", ";".repeat(MANY)),
                Named.of("operators", "+-*/&|^!=<>?:".repeat(1_000)),
                Named.of("an unclosed comment", "learner a(d features) { /*" + "*".repeat(MANY)),
                Named.of("one very long line", "learner a(d features) { " + "x ".repeat(100_000)),
                statement("many wrong statements", "v[0] = ;".repeat(MANY)),
                statement("many unknown names", "v[0] = x;".repeat(1_000)),
                statement("a number of a million digits", "v[0] = " + "9".repeat(1_000_000) + ";"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void oddTextIsRefusedInFewWords(String text) {
        assertThat(RefusalTest.messages(new Source("odd.pupil", text)))
                .startsWith("error[PUP")
                .hasSizeLessThan(30_000);
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(1);
        IntStream.range(0, 300).forEach(round -> {
            int[] characters = random.ints(random.nextInt(400), 0, round % 2 == 0 ? 128 : 0x11000)
                    .toArray();
            String text = new String(characters, 0, characters.length);
            assertThat(RefusalTest.messages(new Source("random.pupil", text))).startsWith("error[PUP");
        });
    }

    @Test
    void learnersWithRandomlyBrokenTokensNeverFailOtherwise() {
        Random random = new Random(2);
        for (Source program : Corpus.programs().toList()) {
            for (int round = 0; round < 60; round++) {
                String broken = broken(program.text(), random);
                assertThat(RefusalTest.messages(new Source("broken.pupil", broken)))
                        .matches(messages -> messages.equals("accepted") || messages.startsWith("error[PUP"));
            }
        }
    }

    /** The text with a stretch removed, doubled, or replaced by a piece from elsewhere in it. */
    private static String broken(String text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(12));
        int other = random.nextInt(text.length());
        String piece = text.substring(other, Math.min(text.length(), other + random.nextInt(12)));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(from);
            default -> text.substring(0, from) + piece + text.substring(to);
        };
    }

    @Test
    void aMegabyteOfNameIsRefusedInFewWords() {
        assertThat(RefusalTest.messages(
                        new Source("long.pupil", "learner " + "x".repeat(1_000_000) + "(d features) { }")))
                .startsWith("error[" + DiagnosticCode.NAME_TOO_LONG.code() + "]: a name of 1000000 characters: 'xxx")
                .hasSizeLessThan(1_000);
    }

    @Test
    void aTextOfManyMegabytesIsRefused() {
        assertThat(RefusalTest.messages(new Source("long.pupil", " ".repeat(5_000_000))))
                .startsWith("error[" + DiagnosticCode.TEXT_TOO_LONG.code() + "]: the text has 5000000 characters");
    }

    @Test
    void aSmallStackGivesADiagnosticToo() throws InterruptedException {
        StringBuilder messages = new StringBuilder();
        String text = RefusalTest.framed("v[0] = " + "(".repeat(380) + "v[0]" + ")".repeat(380) + ";\n")
                .text();
        Thread small = new Thread(
                null,
                () -> messages.append(RefusalTest.messages(new Source("deep.pupil", text))),
                "small stack",
                150_000);
        small.start();
        small.join();
        assertThat(messages.toString())
                .matches(found -> found.equals("accepted") || found.contains(DiagnosticCode.NESTED_TOO_DEEPLY.code()));
    }
}
