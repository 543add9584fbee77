package dev.pupil.compiler.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Way;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.circuit.symbolic.InvariantProver;
import dev.pupil.compiler.lower.Attempt;
import dev.pupil.compiler.lower.sweep.WavefrontLowering;
import dev.pupil.compiler.lower.sweep.WavefrontLowering.Waves;
import dev.pupil.compiler.lower.wave.AutomatonLowering;
import dev.pupil.compiler.program.Program;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import org.junit.jupiter.api.Test;

/** Large numbers are added bit by bit; a rule that adds them in one step is refused where the program says so. */
class RuleTooLargeTest {
    private static final Source ADDER = new Source("adder.pupil", """
            learner adder(d features) {
                memory int 0..255 a[d], b[d];
                learn (example v) {
                    for j in 0..d { if v[j] { b[j] = clamp(b[j] + 1); } else { a[j] = clamp(a[j] + b[j]); } }
                }
                predict (query v) {
                    bit odd = 0;
                    for j in 0..d { if a[j] > b[j] { odd ^= v[j]; } }
                    return odd;
                }
            }
            """);

    @Test
    void addingLargeNumbersInOneStepIsRefused() throws DiagnosticException {
        Program program = Compiler.check(ADDER);
        Waves waves = ((Attempt.Made<Waves>) WavefrontLowering.lower(program)).sweep();
        Automaton automaton = InvariantProver.prove(AutomatonLowering.lower(waves.passes()));

        assertThatThrownBy(() -> CircuitBuilder.build(automaton))
                .isInstanceOfSatisfying(RuleTooLargeException.class, exception -> {
                    assertThat(exception.diagnostic().code()).isEqualTo(RuleTooLargeException.CODE);
                    assertThat(exception.diagnostic().span().line()).isEqualTo(2);
                    assertThat(exception.diagnostic().message())
                            .startsWith("the new value of memory a is too much for one step of the network");
                });
    }

    @Test
    void largeNumbersThatAreAddedBecomeWideIntegers() throws DiagnosticException {
        assertThat(Compiler.lower(Compiler.check(ADDER)).way())
                .isInstanceOfSatisfying(
                        Way.Sequence.class,
                        sequence -> assertThat(
                                        sequence.schedule().registerFile().numberVectors())
                                .hasSize(2));
    }

    @Test
    void largeConstantsAreMadeOfSmallOnes() throws DiagnosticException {
        assertThat(Compiler.lower(Compiler.check(ADDER)).automaton().field("small"))
                .satisfies(small -> assertThat(small.high() - small.low()).isLessThan(128));
    }

    @Test
    void largeNumbersThatAreAddedToWideIntegersBecomeWide() throws DiagnosticException {
        Source tally = new Source("tally.pupil", """
                learner tally(d features) {
                    memory int 0..500 a[d];
                    learn (example v) { for j in 0..d { if v[j] { a[j] = clamp(a[j] + 3); } } }
                    predict (query v) {
                        int sum;
                        for j in 0..d { if v[j] { sum = sum + a[j]; } else { sum = sum - a[j]; } }
                        return sum > 0;
                    }
                }
                """);

        assertThat(Compiler.lower(Compiler.check(tally)).automaton().field("small"))
                .satisfies(small -> assertThat(small.high() - small.low()).isLessThan(128));
    }
}
