package dev.pupil.compiler.lower.processor.instruction;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.schedule.ProgramScheduler;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import org.junit.jupiter.api.Test;

/** What a schedule refuses to be made of. */
class ScheduleTest {
    private static final Instruction ANSWER = new Instruction.Answer(Terms.FALSE);

    @Test
    void everyFieldIsInTheRegisterFile() throws DiagnosticException {
        Schedule schedule = schedule();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learning(schedule, new Instruction.Test("register.lost")))
                .withMessage("[register.lost] are in no register file");
    }

    @Test
    void aPredictionIsGivenAtTheEnd() throws DiagnosticException {
        Schedule schedule = schedule();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learning(schedule, ANSWER))
                .withMessage("a prediction is given at the end only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(schedule, schedule.learn(), schedule.learn()))
                .withMessage("a prediction is given at the end");
    }

    @Test
    void aMarkerIsWaitedFor() throws DiagnosticException {
        Schedule schedule = schedule();
        String marker = schedule.registerFile().rowMarkers().getFirst();
        learning(schedule, new Instruction.MarkRow(marker, Reach.FEATURES), new Instruction.Settle(marker));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learning(schedule, new Instruction.MarkRow(marker, Reach.FEATURES)))
                .withMessage("%s is marked, and nothing waits for it", marker);
    }

    @Test
    void theTestOfALoopComputesSomething() throws DiagnosticException {
        Schedule schedule = schedule();
        Node.Loop loop = schedule.learn().stream()
                .filter(Node.Loop.class::isInstance)
                .map(Node.Loop.class::cast)
                .findFirst()
                .orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(
                        schedule, ImmutableList.of(loop.with(ImmutableList.of(), loop.body())), schedule.predict()))
                .withMessage("the test of the loop over 'i' computes nothing");
    }

    private static void learning(Schedule schedule, Instruction... instructions) {
        ImmutableList.Builder<Node> learn = ImmutableList.builder();
        for (Instruction instruction : instructions) {
            learn.add(new Node.Single(instruction));
        }
        with(schedule, learn.build(), schedule.predict());
    }

    private static void with(Schedule schedule, ImmutableList<Node> learn, ImmutableList<Node> predict) {
        new Schedule(
                schedule.name(),
                schedule.registerFile(),
                schedule.start(),
                learn,
                predict,
                schedule.replies(),
                schedule.rows(),
                schedule.columns());
    }

    private static Schedule schedule() throws DiagnosticException {
        return ProgramScheduler.schedule(Compiler.check(new Source("marking.pupil", """
                learner marking(d features) {
                    memory bit found, square[d][d];
                    learn (example v) { for i in 0..d { for j in 0..d { found = found ^ square[i][j]; } } }
                    predict (query v) { return found; }
                }
                """)));
    }
}
