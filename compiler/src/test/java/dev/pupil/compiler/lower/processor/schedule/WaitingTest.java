package dev.pupil.compiler.lower.processor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Scan;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.processor.instruction.Reach;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What control waits for, and what it does not. */
class WaitingTest {
    @Test
    void aScanIsNotWaitedForIfOnlyColumnsChange() throws DiagnosticException {
        assertThat(stepsOf("for j in 0..d { one[j] = one[j] ^ v[j]; }")).isEqualTo("1");
    }

    @Test
    void aScanIsWaitedForIfWhatItFindsIsNeeded() throws DiagnosticException {
        assertThat(stepsOf("found = 0; for j in 0..d { found = found | v[j]; }"))
                .isEqualTo("2*d + 4");
    }

    @Test
    void aScanToTheLeftIsWaitedFor() throws DiagnosticException {
        assertThat(stepsOf("for j down 0..d { one[j] = one[j] ^ v[j]; }")).isEqualTo("2*d + 3");
    }

    @Test
    void loopsThatCanShareAScanDo() throws DiagnosticException {
        Schedule schedule = schedule("for j in 0..d { one[j] = v[j]; } for k in 0..d { two[k] = one[k] ^ v[k]; }");
        assertThat(schedule.steps(schedule.learn())).hasToString("1");
        assertThat(scans(schedule))
                .singleElement()
                .satisfies(scan -> assertThat(scan.loops()).hasSize(2));
    }

    @Test
    void aLoopThatNeedsWhatAnotherFindsHasAScanOfItsOwn() throws DiagnosticException {
        Schedule schedule =
                schedule("bit any = 0; for j in 0..d { any = any | v[j]; } for k in 0..d { one[k] = one[k] ^ any; }");
        assertThat(scans(schedule))
                .hasSize(2)
                .allSatisfy(scan -> assertThat(scan.loops()).hasSize(1));
    }

    private static List<Scan> scans(Schedule schedule) {
        return schedule.learn().stream()
                .filter(Node.Single.class::isInstance)
                .map(node -> ((Node.Single) node).instruction())
                .filter(Scan.class::isInstance)
                .map(Scan.class::cast)
                .toList();
    }

    @Test
    void aSignIsWaitedForNoLongerThanValuesAreLarge() throws DiagnosticException {
        assertThat(stepsOf("int sum = 0; for j in 0..d { sum += v[j]; } found = sum > 1;"))
                .isEqualTo("2*d + 2*bits(d + 1) + 15");
    }

    @Test
    void aRowIsWaitedForNoLongerThanItsMatrixIsDeep() throws DiagnosticException {
        assertThat(stepsOf("for i in 0..d { for j in 0..d { found = found ^ square[i][j]; } }"))
                .contains("d*d")
                .doesNotContain("m");
    }

    @Test
    void aLoopThatNeedsRowsOneAfterTheOtherLooksForTheFirstOnly() throws DiagnosticException {
        Schedule schedule = schedule("for i in 0..d { found = found ^ square[i][0]; }");
        Node.Loop loop = schedule.learn().stream()
                .filter(Node.Loop.class::isInstance)
                .map(Node.Loop.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(loop.body())
                .contains(new Node.Single(new Instruction.Advance("row.i", Terms.TRUE)))
                .doesNotContain(new Node.Single(new Instruction.MarkRow("row.i", Reach.FEATURES)));
    }

    @Test
    void anExampleIsStoredInAConstantNumberOfSteps() throws DiagnosticException {
        Schedule schedule = scheduled("""
                learner storing(d features, m examples) {
                    memory bit seen[m][d + 1];
                    memory int 0..m count;
                    learn (example v) { for j in 0..d + 1 { seen[count][j] = v[j]; } count += 1; }
                    predict (query v) { return seen[0][0]; }
                }
                """);
        assertThat(schedule.steps(schedule.learn())).hasToString("7");
    }

    private static String stepsOf(String statements) throws DiagnosticException {
        Schedule schedule = schedule(statements);
        return schedule.steps(schedule.learn()).toString();
    }

    private static Schedule schedule(String statements) throws DiagnosticException {
        return scheduled("""
                learner waiting(d features) {
                    memory bit one[d], two[d], square[d][d], found;
                    learn (example v) { %s }
                    predict (query v) { return found ^ one[0] ^ two[0]; }
                }
                """.formatted(statements));
    }

    private static Schedule scheduled(String text) throws DiagnosticException {
        return ProgramScheduler.schedule(Compiler.check(new Source("waiting.pupil", text)));
    }
}
