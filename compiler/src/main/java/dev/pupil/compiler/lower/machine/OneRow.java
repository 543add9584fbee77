package dev.pupil.compiler.lower.machine;

import static dev.pupil.compiler.lower.prelude.Names.inside;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.prelude.Names;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Move;
import java.util.List;

/** The head of a machine with one row, which moves in one step. */
final class OneRow implements HeadRules {
    private static final Term BEHIND = Terms.read(MachineFields.BEHIND);

    private final Lookup lookup;

    OneRow(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Term state(Term made) {
        Term own = Terms.choice(
                lookup.isHalted(), Terms.constant(lookup.states().halted()), lookup.sent(Offset.CENTER, Move.STAY));
        Term come = Terms.choice(
                isMaking(), made, larger(lookup.sent(Offset.LEFT, Move.RIGHT), lookup.sent(Offset.RIGHT, Move.LEFT)));
        return larger(own, come);
    }

    private static Term larger(Term one, Term other) {
        return Terms.binary(BinaryOperator.MAXIMUM, one, other);
    }

    /** The head is made in the corner where it has never been: else it is there, or behind, or has left at the left. */
    private Term isMaking() {
        return Terms.and(
                inside(Offset.CENTER),
                outside(Offset.LEFT),
                outside(Offset.UP),
                Terms.not(lookup.isHead(Offset.CENTER)),
                Terms.not(BEHIND));
    }

    @Override
    public Term cell() {
        return lookup.written();
    }

    @Override
    public Term halted() {
        return lookup.isHalted();
    }

    @Override
    public ImmutableList<Extra> extras() {
        Term leaves = Terms.or(
                lookup.goes(Offset.CENTER, Move.RIGHT),
                Terms.and(lookup.goes(Offset.CENTER, Move.LEFT), outside(Offset.LEFT)));
        Term stays = Terms.and(BEHIND, Terms.not(lookup.goes(Offset.RIGHT, Move.LEFT)));
        return ImmutableList.of(Extra.bit(
                MachineFields.BEHIND,
                "the head is at the right of here, or has left the tape",
                Terms.or(leaves, stays)));
    }

    @Override
    public ImmutableList<Term> claims() {
        ImmutableList.Builder<Term> claims = ImmutableList.builder();
        Term isHead = lookup.isHead(Offset.CENTER);
        Term behindLeft = Terms.read(MachineFields.BEHIND, Offset.LEFT);
        claims.add(Terms.implies(Terms.read(Names.ANSWERED), lookup.isHalted()));
        claims.add(Terms.implies(isHead, outside(Offset.UP)));
        claims.add(Terms.implies(BEHIND, outside(Offset.UP)));
        claims.add(Terms.implies(BEHIND, inside(Offset.CENTER)));
        claims.add(Terms.not(Terms.and(isHead, BEHIND)));
        claims.add(Terms.implies(Terms.and(isHead, inside(Offset.LEFT)), behindLeft));
        claims.add(Terms.implies(Terms.and(BEHIND, inside(Offset.LEFT)), behindLeft));
        for (Offset beside : List.of(Offset.LEFT, Offset.RIGHT)) {
            claims.add(Terms.not(Terms.and(isHead, lookup.isHead(beside))));
        }
        claims.add(Terms.not(Terms.and(lookup.isHead(Offset.LEFT), lookup.isHead(Offset.RIGHT))));
        return claims.build();
    }
}
