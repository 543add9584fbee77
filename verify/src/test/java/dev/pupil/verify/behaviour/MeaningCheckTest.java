package dev.pupil.verify.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningCheckTest {
    private static final Settings QUICK = new Settings(Effort.QUICK, false, 1);

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "duet"})
    void anExamplesAutomatonPredictsWhatTheProgramMeans(String name) {
        Conclusion conclusion = new MeaningCheck().check(Subjects.example(name), QUICK);

        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
        assertThat(conclusion.evidence())
                .extracting(Evidence::strength)
                .containsExactly(Strength.EXHAUSTED, Strength.TESTED);
    }

    @Test
    void aBrokenRuleIsFoundWithTheSmallestDataOnWhichItMatters() {
        Subject parity = Subjects.example("parity");
        // No equation is ever inserted.
        Subject broken =
                Subjects.withRule(parity, "cell.equation", rule -> Terms.and(rule, Terms.read("cell.equation")));

        Counterexample found = Refutations.counterexample(new MeaningCheck().check(broken, QUICK));

        assertThat(found.summary()).isEqualTo("reference says 1, but automaton says 0");
        assertThat(found.data().orElseThrow()).hasToString("""
                1,1
                # query 1
                # reference says 1; automaton says 0
                """);
    }
}
