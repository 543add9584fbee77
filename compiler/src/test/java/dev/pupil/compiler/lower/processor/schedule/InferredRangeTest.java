package dev.pupil.compiler.lower.processor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import org.junit.jupiter.api.Test;

class InferredRangeTest {
    /** What is added to a value in its inferred range can leave it, though it never does when the program runs. */
    @Test
    void aVariableThatIsChangedOnceStaysInTheRangeThatItHas() throws DiagnosticException {
        Compilation compiled = Compiler.compile(new Source("once.pupil", """
                learner once(d features) {
                    memory int total;
                    learn (example v) { int other = 7; total += v.label ? other : 1 - other; other += 1; }
                    predict (query v) { return total > 2; }
                }
                """));

        assertThat(compiled.automaton().field("register.other").high()).isEqualTo(8);
    }
}
