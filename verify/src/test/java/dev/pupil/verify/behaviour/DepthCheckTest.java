package dev.pupil.verify.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthCheckTest {
    private static final Settings QUICK = new Settings(Effort.QUICK, false, 1);

    private static final Subject XOR = Subjects.example("xor");
    private static final Source EARLY = new Source("early.pupil", """
            learner t(d features) {
                learn (example v) {}
                predict (query v) { return 0; }
            }
            """);

    @ParameterizedTest
    @ValueSource(strings = {"parity", "stump"})
    void anExampleAnswersAfterExactlyLSteps(String name) {
        Conclusion conclusion = new DepthCheck().check(Subjects.example(name), QUICK);

        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
        assertThat(conclusion.evidence()).extracting(Evidence::strength).contains(Strength.EXHAUSTED, Strength.TESTED);
    }

    @Test
    void aFormulaThatIsOneStepTooLongIsRefuted() {
        assertThat(refutation(withSteps(1)))
                .isEqualTo(
                        "for d = 1 and m = 1 the automaton's pixels answer after step 10 already, and select a row by then, not after 11");
    }

    @Test
    void aFormulaThatIsOneStepTooShortIsRefuted() {
        assertThat(refutation(withSteps(-1)))
                .isEqualTo(
                        "for d = 1 and m = 1 the automaton's pixels have 0 pixels that answer after step 9, not one: []");
    }

    @Test
    void anAnswerMayBeOutBeforeTheRowsAreMarkedForWhichLIsLong() throws Exception {
        Subject early = Subject.of(Compiler.compile(EARLY).weights());

        Conclusion conclusion = new DepthCheck().check(early, QUICK);

        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
        assertThat(conclusion.evidence())
                .extracting(Evidence::statement)
                .anySatisfy(statement -> assertThat(statement)
                        .contains("many more features than examples")
                        .contains("1×24", "24×1", "after at most L"));
    }

    @Test
    void sizesWithManyMoreFeaturesOrExamplesAreWatchedAtEveryEffort() {
        Work work = Work.of(XOR);

        for (Effort effort : Effort.values()) {
            assertThat(DepthData.of(new Settings(effort, false, 1), work).large())
                    .anyMatch(sizes -> sizes.features() > 3 * sizes.examples() + 3)
                    .anyMatch(sizes -> sizes.examples() > 3 * sizes.features() + 3);
        }
    }

    @Test
    void whatAMachinePromisesHoldsUpToTheSizesTried() {
        Verdict verdict = new DepthCheck()
                .check(Subjects.example("machines/dictator"), QUICK)
                .verdict();

        assertThat(verdict.text()).isEqualTo("holds up to the sizes tried");
        assertThat(verdict.word()).isEqualTo("holds");
    }

    @Test
    void aFileThatSaysAnotherDepthThanTheProgramIsRefuted() {
        Subject file = withSteps(1);

        assertThat(refutation(new Subject(file.file(), XOR.lowering())))
                .startsWith("the file says that the answer is there after 3*m + 2*d + 6 steps, but the program needs");
    }

    @Test
    void anAnswerThatIsTakenBackIsRefuted() {
        Subject forgetful =
                Subjects.withRule(XOR, "answered", rule -> Terms.and(rule, Terms.not(Terms.read("answered"))));

        assertThat(refutation(forgetful))
                .isEqualTo(
                        "for d = 1 and m = 1 the automaton's pixels take back after step 11 what they answered after "
                                + "step 10; the output is 0.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aDoubledHeadWeightIsRefuted(int index) {
        Subject loud = Subjects.withNumber(XOR, Part.HEAD_OUTPUT_WEIGHT, index, value -> 2 * value);

        assertThat(refutation(loud)).contains("the weights ");
    }

    @Test
    void weightsThatLeaveTheirBitsAreRefutedAndNothingBreaks() {
        for (int channel = 0; channel < XOR.file().filter().channels().size(); channel++) {
            Subject escaping = Subjects.withNumber(XOR, Part.MIX_BIAS, channel, value -> value + 5);

            assertThat(refutation(escaping)).as("channel %s", channel).contains("the weights ");
        }
    }

    @Test
    void timesThatDependOnSignsOfTheDataAreNotGeneralised() {
        Subject watching = Subjects.withRule(XOR, "answered", rule -> Terms.and(rule, Terms.not(new Term.Lane(-1))));

        assertThat(new DataIndependence(XOR.automaton()).of(List.of("answered")))
                .isTrue();
        assertThat(new DataIndependence(watching.automaton()).of(List.of("answered")))
                .isFalse();
    }

    private static String refutation(Subject subject) {
        return Refutations.of(new DepthCheck().check(subject, QUICK));
    }

    private static Subject withSteps(int more) {
        Geometry geometry = XOR.automaton().geometry();
        return Subjects.withGeometry(
                XOR,
                new Geometry(
                        geometry.rows(), geometry.columns(), geometry.steps().plus(SizeExpression.constant(more))));
    }
}
