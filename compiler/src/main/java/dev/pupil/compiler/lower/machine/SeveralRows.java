package dev.pupil.compiler.lower.machine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.prelude.Names;
import dev.pupil.compiler.program.Move;
import java.util.List;
import java.util.Locale;

/** The head of a machine with several rows, which moves in two steps: it decides where to go, and goes. */
final class SeveralRows implements HeadRules {
    /** The order in which heads are taken that arrive at once. */
    private static final ImmutableList<Move> ARRIVALS =
            ImmutableList.of(Move.STAY, Move.RIGHT, Move.LEFT, Move.DOWN, Move.UP);

    private static final Term NONE = Terms.constant(HeadStates.NONE);

    private final Lookup lookup;
    private final ImmutableList<Move> moves;
    private final Term isMaking;

    /**
     * The head's rules.
     *
     * @param isMaking where and when the head is made
     */
    SeveralRows(Lookup lookup, Term isMaking) {
        this.lookup = lookup;
        this.moves = lookup.states().moves();
        this.isMaking = isMaking;
    }

    private static Term goes(Move move, Offset at) {
        return Terms.read(MachineFields.going(move), at);
    }

    @Override
    public Term state(Term made) {
        Term next = NONE;
        for (Move move : Lists.reverse(ARRIVALS)) {
            if (moves.contains(move)) {
                Offset from = new Offset(-move.rows(), -move.columns());
                next = Terms.choice(goes(move, from), Terms.read(MachineFields.TAKEN, from), next);
            }
        }
        return Terms.choice(isMaking, made, next);
    }

    @Override
    public Term cell() {
        return lookup.written();
    }

    @Override
    public Term halted() {
        // For good: the state is gone a step after it has come, this one too.
        return Terms.or(lookup.isHalted(), Terms.read(Names.ANSWERED));
    }

    @Override
    public ImmutableList<Extra> extras() {
        ImmutableList.Builder<Extra> extras = ImmutableList.builder();
        extras.add(new Extra(
                MachineFields.TAKEN,
                "the state that the head takes along, where it goes from here",
                lookup.states().halted(),
                lookup.rule(Offset.CENTER, action -> Terms.constant(action.next()), NONE)));
        for (Move move : moves) {
            extras.add(Extra.bit(
                    MachineFields.going(move),
                    "the head is here and goes " + move.name().toLowerCase(Locale.ROOT),
                    lookup.goes(Offset.CENTER, move)));
        }
        return extras.build();
    }

    @Override
    public ImmutableList<Term> claims() {
        ImmutableList.Builder<Term> claims = ImmutableList.builder();
        Term taken = Terms.not(Terms.equal(Terms.read(MachineFields.TAKEN), NONE));
        claims.add(Terms.implies(
                taken,
                Terms.or(moves.stream().map(move -> goes(move, Offset.CENTER)).toArray(Term[]::new))));
        for (Move move : moves) {
            Term going = goes(move, Offset.CENTER);
            claims.add(Terms.implies(going, taken));
            for (Move other : List.copyOf(moves).subList(moves.indexOf(move) + 1, moves.size())) {
                claims.add(Terms.not(Terms.and(going, goes(other, Offset.CENTER))));
            }
        }
        return claims.build();
    }
}
