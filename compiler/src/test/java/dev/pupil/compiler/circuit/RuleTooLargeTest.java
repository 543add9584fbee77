package dev.pupil.compiler.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pupil.compiler.Compiler;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import org.junit.jupiter.api.Test;

/** A program that would need a network of unreasonable size is refused where it says so. */
class RuleTooLargeTest {

    @Test
    void addingLargeNumbersInOneStepIsRefused() {
        Source source = new Source("adder.pupil", """
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
        assertThatThrownBy(() -> Compiler.compile(source))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        exception -> assertThat(exception.diagnostics())
                                .singleElement()
                                .satisfies(diagnostic -> {
                                    assertThat(diagnostic.code()).isEqualTo(RuleTooLargeException.CODE);
                                    assertThat(diagnostic.span().line()).isEqualTo(2);
                                    assertThat(diagnostic.message())
                                            .startsWith(
                                                    "the new value of memory a is too much for one step of the network");
                                }));
    }
}
