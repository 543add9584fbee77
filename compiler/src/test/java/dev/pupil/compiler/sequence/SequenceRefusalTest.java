package dev.pupil.compiler.sequence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.program.Program;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that check but need more than an image has, each with the message that refuses it. */
class SequenceRefusalTest {
    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "memory bit cube[d][d][d];",
                        "cube[0][0][0]",
                        "PUP0620: 'cube' has 3 dimensions, and an image has two"),
                Arguments.of(
                        "memory int 0..m table[d][d];",
                        "table[0][0] > 1",
                        "PUP0621: the matrix 'table' has wide integers as elements, and a pixel has room for a constant"
                                + " number of bits only"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithTheConstructAndTheReason(String memory, String answer, String message)
            throws DiagnosticException {
        Program program = Compiler.check(new Source("refused.pupil", """
                learner refused(d features, m examples) {
                    %s
                    learn (example v) { }
                    predict (query v) { return %s; }
                }
                """.formatted(memory, answer)));

        assertThatThrownBy(() -> ProgramScheduler.schedule(program))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining(message);
    }
}
