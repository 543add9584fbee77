package dev.pupil.compiler.circuit.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is possible is what the requirements allow, whatever has been asked before. */
class PossibilitiesTest {
    private static final int VARIABLES = 9;

    private final Decisions decisions = new Decisions();
    private final Satisfiability solver = new Satisfiability(decisions);
    private final Possibilities possibilities = new Possibilities(decisions, solver);
    private final Decision anything = decisions.constant(true);
    private final Decision a = decisions.variable(0);
    private final Decision b = decisions.variable(1);
    private final Decision c = decisions.variable(2);

    @Test
    void requirementsAreProjectedOnSomeVariables() {
        solver.require(decisions.and(decisions.implies(a, b), decisions.implies(b, c)));
        assertThat(possibilities.project(set(0, 2), anything)).isSameAs(decisions.implies(a, c));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void projectionsOfRandomRequirementsAreExact(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BitSet allowed = set(random.ints(4, 0, VARIABLES).toArray());
        Decision all = decisions.constant(true);
        for (int number = 0; number < 12; number++) {
            Decision requirement = clause(random);
            if (Decisions.evaluate(requirement, allowed)) {
                solver.require(requirement);
                all = decisions.and(all, requirement);
            }
        }
        for (int question = 0; question < 20; question++) {
            BitSet kept = set(random.ints(4, 0, VARIABLES).toArray());
            BitSet hidden = new BitSet();
            hidden.set(0, VARIABLES);
            hidden.andNot(kept);
            assertThat(possibilities.project(kept, anything)).isSameAs(decisions.exists(all, hidden));
        }
    }

    @Test
    void aDefinedVariableFollowsItsMeaning() {
        solver.requireEqual(c, decisions.xor(a, b));
        assertThat(possibilities.project(set(0, 1, 2), anything))
                .isSameAs(decisions.not(decisions.xor(c, decisions.xor(a, b))));
    }

    @Test
    void nothingIsPossibleUnderContradictions() {
        int condition = solver.fresh();
        int opposite = solver.fresh();
        solver.requireIf(condition, a);
        solver.requireIf(opposite, decisions.not(a));
        assertThat(possibilities.project(set(1), anything, condition, opposite)).isSameAs(decisions.constant(false));
    }

    @Test
    void moreIsPossibleOnceARequirementIsNoLongerAssumed() {
        int condition = solver.fresh();
        solver.requireIf(condition, decisions.not(a));
        assertThat(possibilities.project(set(0), anything, condition)).isSameAs(decisions.not(a));
        possibilities.weaken();
        assertThat(possibilities.project(set(0), anything)).isSameAs(anything);
    }

    @Test
    void lessIsPossibleOnceMoreIsRequired() {
        assertThat(possibilities.project(set(0), anything)).isSameAs(anything);
        solver.require(a);
        possibilities.strengthen();
        assertThat(possibilities.project(set(0), anything)).isSameAs(a);
    }

    @Test
    void anImpossibleCaseNamesTheAssumptionsThatExcludeIt() {
        int reason = solver.fresh();
        int other = solver.fresh();
        solver.requireIf(reason, decisions.implies(a, b));
        solver.requireIf(other, decisions.implies(b, c));
        assertThat(possibilities.ask(decisions.and(a, decisions.not(b)), reason, other))
                .isInstanceOfSatisfying(
                        Answer.Impossible.class,
                        answer -> assertThat(answer.literals().asList())
                                .contains(reason)
                                .doesNotContain(other));
        assertThat(possibilities.ask(decisions.and(a, decisions.not(b)), other)).isInstanceOf(Answer.Possible.class);
    }

    private static BitSet set(int... variables) {
        BitSet set = new BitSet();
        for (int variable : variables) {
            set.set(variable);
        }
        return set;
    }

    /** One of three literals must hold, or all of them or none. */
    private Decision clause(SplittableRandom random) {
        Decision one = literal(random);
        Decision other = literal(random);
        Decision third = literal(random);
        return random.nextBoolean()
                ? decisions.or(one, decisions.or(other, third))
                : decisions.choice(one, decisions.and(other, third), decisions.not(decisions.or(other, third)));
    }

    private Decision literal(SplittableRandom random) {
        Decision variable = decisions.variable(random.nextInt(VARIABLES));
        return random.nextBoolean() ? variable : decisions.not(variable);
    }
}
