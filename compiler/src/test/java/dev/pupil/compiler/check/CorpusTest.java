package dev.pupil.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.pupil.compiler.MemoryBits;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.DiagnosticRenderer;
import dev.pupil.grammar.source.Source;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
    static Stream<Source> programs() {
        return Corpus.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyProgramChecks(Source source) {
        assertThat(check(source).source()).isEqualTo(source);
    }

    @Test
    void memoryIsCountedInClosedForm() {
        assertThat(MemoryBits.of(check(Corpus.program("parity")))).hasToString("d*d + d");
        assertThat(MemoryBits.of(check(Corpus.program("conjunction")))).hasToString("2*d");
        assertThat(MemoryBits.of(check(Corpus.program("perceptron")))).hasToString("4*d");
        assertThat(MemoryBits.of(check(Corpus.program("nearest")))).hasToString("m*d + m + bits(m)");
        assertThat(MemoryBits.of(check(Corpus.program("prefix")))).hasToString("d*bits(m)");
    }

    @Test
    void aCounterOfExamplesIsBoundedByTheirNumber() {
        Variable count = check(Corpus.program("nearest")).memory().getLast();
        assertThat(count.name()).isEqualTo("count");
        assertThat(((Type.Wide) count.type()).largest()).hasToString("m");
    }

    static Program check(Source source) {
        try {
            return Checker.check(source);
        } catch (DiagnosticException refusal) {
            return fail(DiagnosticRenderer.render(refusal));
        }
    }
}
