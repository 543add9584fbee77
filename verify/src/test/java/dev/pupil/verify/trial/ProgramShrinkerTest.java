package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compiler;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import org.junit.jupiter.api.Test;

class ProgramShrinkerTest {
    private static final String PROGRAM = """
            learner sample(d features) {
                memory bit m[d], n;             // a comment
                learn (example v) {
                    if v[0] { n = 1; } else { n = v.label; }
                    for j in 0..d { if ((v[j] & !m[j]) | n) { m[j] = 1; } }
                }
                predict (query v) { return (m[0] ^ v[0]); }
            }
            """;

    @Test
    void leavesOutWhatTheProgramDoesNotNeed() {
        String small = new ProgramShrinker(text -> isProgram(text)).shrink(PROGRAM);

        assertThat(small.replaceAll("\\s+", " "))
                .isEqualTo("learner sample ( d features) { learn ( example v) { } predict ( query v) { return 0; } } ");
    }

    @Test
    void keepsWhatTheProblemNeeds() {
        String small = new ProgramShrinker(text -> isProgram(text) && text.contains("m [ j] = 1")).shrink(PROGRAM);

        assertThat(small.replaceAll("\\s+", " "))
                .contains("learn ( example v) { for j in 0 .. d { m [ j] = 1; } }")
                .doesNotContain("v [ 0]");
    }

    @Test
    void givesAMinimalTextBackAsItIs() {
        String small = new ProgramShrinker(text -> isProgram(text)).shrink(PROGRAM);

        assertThat(new ProgramShrinker(text -> isProgram(text)).shrink(small)).isEqualTo(small);
    }

    private static boolean isProgram(String text) {
        try {
            Compiler.check(new Source("sample.pupil", text));
            return true;
        } catch (DiagnosticException refused) {
            return false;
        }
    }
}
