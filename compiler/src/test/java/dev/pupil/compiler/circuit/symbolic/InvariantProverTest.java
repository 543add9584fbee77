package dev.pupil.compiler.circuit.symbolic;

import static dev.pupil.compiler.automaton.term.Terms.and;
import static dev.pupil.compiler.automaton.term.Terms.not;
import static dev.pupil.compiler.automaton.term.Terms.or;
import static dev.pupil.compiler.automaton.term.Terms.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Invariants of a small automaton: {@code seed} is 1 where the lane is, {@code wave} spreads from there to the right,
 * {@code echo} follows one step behind, {@code toggle} changes in every step.
 */
class InvariantProverTest {
    private static final Term SEED = read("seed");
    private static final Term WAVE = read("wave");
    private static final Term ECHO = read("echo");
    private static final Term TOGGLE = read("toggle");

    private static Field bit(String name, Term next) {
        return new Field(name, "", 0, 1, 0, next, new Origin("test", Optional.empty()));
    }

    private static ImmutableList<Term> proved(Term... candidates) {
        Automaton automaton = new Automaton(
                "wave",
                ImmutableList.of(
                        bit(Automaton.INSIDE, Terms.TRUE),
                        bit("seed", new Term.Lane(1)),
                        bit("wave", or(WAVE, SEED, read("wave", Offset.LEFT))),
                        bit("echo", WAVE),
                        bit("toggle", not(TOGGLE))),
                ImmutableList.copyOf(candidates),
                new Automaton.Head("seed", "wave", "echo"),
                new Automaton.Geometry(
                        SizeExpression.of(0, 1, 1), SizeExpression.of(1, 0, 1), SizeExpression.of(1, 1, 0)));
        return InvariantProver.prove(automaton).invariants();
    }

    private static Term implies(Term condition, Term consequence) {
        return or(not(condition), consequence);
    }

    @Test
    void whatHoldsInEveryStepIsKept() {
        Term follows = implies(ECHO, WAVE);
        assertThat(proved(follows)).containsExactly(follows);
    }

    @Test
    void whatAStepBreaksIsGivenUp() {
        assertThat(proved(implies(WAVE, ECHO))).isEmpty();
    }

    @Test
    void whatDoesNotHoldAtRestIsGivenUp() {
        assertThat(proved(read(Automaton.INSIDE))).isEmpty();
    }

    @Test
    void whatBreaksInASecondStepOnlyIsGivenUp() {
        assertThat(proved(implies(TOGGLE, not(WAVE)))).isEmpty();
    }

    @Test
    void aClaimAboutTheLaneMayUseThatTheLaneNeverChanges() {
        Term claim = implies(SEED, new Term.Lane(1));
        assertThat(proved(claim)).containsExactly(claim);
    }

    @Test
    void claimsThatHoldOnlyTogetherAreKeptTogetherAndGivenUpTogether() {
        Term right = implies(and(ECHO, read(Automaton.INSIDE, Offset.RIGHT)), read("wave", Offset.RIGHT));
        assertThat(proved(right)).containsExactly(right);
        Term quiet = not(WAVE);
        Term silent = not(ECHO);
        assertThat(proved(quiet, silent)).isEmpty();
    }

    @Test
    void neighboursOutsideTheImageAreAtRest() {
        Term claim = implies(not(read(Automaton.INSIDE, Offset.LEFT)), not(read("wave", Offset.LEFT)));
        assertThat(proved(claim)).containsExactly(claim);
    }
}
