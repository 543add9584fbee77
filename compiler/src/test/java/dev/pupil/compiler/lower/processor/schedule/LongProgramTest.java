package dev.pupil.compiler.lower.processor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import org.junit.jupiter.api.Test;

class LongProgramTest {
    @Test
    void aLearnerOfTenThousandInstructionsIsLowered() throws DiagnosticException {
        Lowering lowering = Compiler.lower(
                Compiler.check(new Source("long.pupil", """
                learner long(d features) {
                    memory int total;
                    learn (example v) { %s }
                    predict (query v) { return total > 2; }
                }
                """.formatted("total += v.label ? d : 1;\n".repeat(1_000)))));

        assertThat(lowering.automaton().field(SequenceNames.STATE).high()).isGreaterThan(10_000);
    }
}
