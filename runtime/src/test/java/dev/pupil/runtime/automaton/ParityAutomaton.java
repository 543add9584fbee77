package dev.pupil.runtime.automaton;

import static dev.pupil.compiler.automaton.term.Offset.CENTER;
import static dev.pupil.compiler.automaton.term.Offset.DOWN;
import static dev.pupil.compiler.automaton.term.Offset.LEFT;
import static dev.pupil.compiler.automaton.term.Offset.RIGHT;
import static dev.pupil.compiler.automaton.term.Offset.UP;
import static dev.pupil.compiler.automaton.term.Terms.FALSE;
import static dev.pupil.compiler.automaton.term.Terms.TRUE;
import static dev.pupil.compiler.automaton.term.Terms.and;
import static dev.pupil.compiler.automaton.term.Terms.choice;
import static dev.pupil.compiler.automaton.term.Terms.constant;
import static dev.pupil.compiler.automaton.term.Terms.equal;
import static dev.pupil.compiler.automaton.term.Terms.not;
import static dev.pupil.compiler.automaton.term.Terms.or;
import static dev.pupil.compiler.automaton.term.Terms.read;
import static dev.pupil.compiler.automaton.term.Terms.xor;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.Optional;

/** Parity by Gaussian elimination as a hand-made automaton: what a wavefront lowering gives, to measure circuits by. */
final class ParityAutomaton {
    private static final Offset UP_LEFT = new Offset(-1, -1);
    private static final int REDUCE = 1;
    private static final int INSERT = 2;

    private final ImmutableList.Builder<Field> fields = ImmutableList.builder();

    private ParityAutomaton() {}

    static Automaton build() {
        ParityAutomaton automaton = new ParityAutomaton();
        automaton.prelude();
        automaton.lanes();
        automaton.memory();
        automaton.answer();
        return new Automaton(
                "parity",
                automaton.fields.build(),
                invariants(),
                new Automaton.Head("select", "answered", "answer"),
                new Automaton.Geometry(
                        SizeExpression.max(SizeExpression.of(0, 1, 1), SizeExpression.of(1, 0, 1)),
                        SizeExpression.of(1, 0, 1),
                        SizeExpression.of(3, 3, 6)));
    }

    /** Some of these are no invariants: provers must see that. */
    private static ImmutableList<Term> invariants() {
        Term started = read("started");
        Term running = read("running");
        ImmutableList.Builder<Term> claims = ImmutableList.builder();
        claims.add(
                implies(running, started),
                implies(started, inside(CENTER)),
                implies(running, inside(RIGHT)),
                implies(and(started, inside(UP)), read("running", UP)),
                implies(and(started, inside(LEFT)), read("running", LEFT)),
                implies(and(running, inside(UP)), read("running", UP)),
                implies(and(running, inside(LEFT)), read("running", LEFT)),
                implies(and(running, inside(DOWN)), read("started", DOWN)),
                implies(and(running, inside(RIGHT)), read("started", RIGHT)),
                implies(read("started", DOWN), running),
                implies(read("started", RIGHT), running),
                implies(read("positive"), read("filled")),
                implies(read("filled"), read("grid")),
                implies(read("answer"), read("answered")));
        for (String early : ImmutableList.of("positive", "filled", "grid", "select", "label", "query", "full")) {
            claims.add(implies(read(early), not(running)));
        }
        for (String late : ImmutableList.of(
                "up_bit", "up_query", "down_bit", "down_query", "cell", "answered", "answer", "full")) {
            claims.add(implies(read(late), running));
        }
        claims.add(or(equal(read("carry"), constant(0)), running));
        return claims.build();
    }

    private static Term implies(Term condition, Term consequence) {
        return or(not(condition), consequence);
    }

    private static Term inside(Offset at) {
        return read(Automaton.INSIDE, at);
    }

    private void bit(String part, String name, Term next) {
        fields.add(new Field(name, name, 0, 1, 0, next, new Origin(part, Optional.empty())));
    }

    private void prelude() {
        Term lanePositive = new Term.Lane(1);
        Term laneFilled = or(lanePositive, new Term.Lane(-1));
        Term waiting = not(read("started"));
        Term positive = read("positive");
        bit("prelude", Automaton.INSIDE, TRUE);
        bit("prelude", "positive", and(waiting, lanePositive));
        bit("prelude", "filled", and(waiting, laneFilled));
        bit("prelude", "grid", and(waiting, not(new Term.Lane(2))));
        bit(
                "prelude",
                "select",
                and(
                        waiting,
                        read("grid"),
                        choice(
                                inside(RIGHT),
                                read("select", RIGHT),
                                and(not(read("filled")), or(not(inside(UP)), read("filled", UP))))));
        bit("prelude", "label", and(waiting, choice(inside(RIGHT), read("label", RIGHT), positive)));
        bit("prelude", "query", and(waiting, choice(read("grid", DOWN), read("query", DOWN), positive)));
        bit(
                "prelude",
                "full",
                and(
                        waiting,
                        choice(
                                inside(RIGHT),
                                read("full", RIGHT),
                                choice(read("grid", DOWN), read("full", DOWN), and(read("filled"), read("grid"))))));
        bit(
                "prelude",
                "started",
                and(
                        inside(CENTER),
                        or(
                                read("started"),
                                choice(
                                        inside(UP),
                                        read("started", UP),
                                        choice(inside(LEFT), read("started", LEFT), read("full"))))));
        bit("prelude", "running", read("started"));
        bit(
                "prelude",
                "diagonal",
                and(
                        inside(CENTER),
                        inside(RIGHT),
                        or(and(not(inside(UP)), not(inside(LEFT))), read("diagonal", UP_LEFT))));
    }

    private void lanes() {
        Term inject = and(read("started"), not(read("running")));
        Term positive = read("positive");
        Term product = xor(xor(positive, read("label")), read("query"));
        Term sample = and(
                read("grid"),
                choice(
                        not(read("grid", DOWN)),
                        and(inside(RIGHT), positive),
                        choice(inside(RIGHT), product, positive)));
        bit("lanes", "up_bit", choice(inject, sample, and(read("running", DOWN), read("up_bit", DOWN))));
        bit("lanes", "up_query", choice(inject, and(read("grid"), not(read("grid", DOWN))), read("up_query", DOWN)));
        Term above = read("down_bit", UP);
        Term carryAbove = choice(
                read("diagonal", UP),
                atDiagonal(above, read("cell", UP), read("down_query", UP)),
                read("carry", UP_LEFT));
        Term transformed = choice(
                equal(carryAbove, constant(REDUCE)),
                xor(above, read("cell", UP)),
                choice(equal(carryAbove, constant(INSERT)), FALSE, above));
        bit("lanes", "down_bit", choice(inside(UP), transformed, read("up_bit")));
        bit("lanes", "down_query", choice(inside(UP), read("down_query", UP), read("up_query")));
    }

    private static Term atDiagonal(Term bit, Term cell, Term query) {
        return choice(bit, choice(cell, constant(REDUCE), choice(query, constant(0), constant(INSERT))), constant(0));
    }

    private void memory() {
        Term bit = read("down_bit");
        Term carry = choice(read("diagonal"), atDiagonal(bit, read("cell"), read("down_query")), read("carry", LEFT));
        fields.add(new Field("carry", "carry", 0, 2, 0, carry, new Origin("learn", Optional.empty())));
        bit("learn", "cell", choice(equal(carry, constant(INSERT)), choice(read("diagonal"), TRUE, bit), read("cell")));
    }

    private void answer() {
        Term arrives = and(read("diagonal", UP_LEFT), not(inside(RIGHT)), read("down_query"));
        bit("predict", "answered", or(read("answered"), arrives));
        bit("predict", "answer", or(read("answer"), and(arrives, read("down_bit"))));
    }
}
