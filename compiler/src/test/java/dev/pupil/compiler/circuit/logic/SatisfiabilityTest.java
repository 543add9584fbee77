package dev.pupil.compiler.circuit.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** The solver and the diagrams mean the same. */
class SatisfiabilityTest {
    private final Decisions decisions = new Decisions();
    private final Satisfiability solver = new Satisfiability(decisions);
    private final Decision a = decisions.variable(0);
    private final Decision b = decisions.variable(1);

    @Test
    void findsAnAssignmentThatMeetsTheRequirements() {
        solver.require(decisions.xor(a, b));
        BitSet ones = solver.find(solver.literal(a)).orElseThrow();
        assertThat(ones.get(0)).isTrue();
        assertThat(ones.get(1)).isFalse();
    }

    @Test
    void saysSoIfThereIsNone() {
        solver.require(decisions.implies(a, b));
        assertThat(solver.find(solver.literal(decisions.and(a, decisions.not(b)))))
                .isEmpty();
    }

    @Test
    void aConditionalRequirementCountsWhereItsConditionIsAssumed() {
        int condition = solver.fresh();
        solver.requireIf(condition, decisions.not(a));
        assertThat(solver.find(solver.literal(a))).isPresent();
        assertThat(solver.find(solver.literal(a), condition)).isEmpty();
    }
}
