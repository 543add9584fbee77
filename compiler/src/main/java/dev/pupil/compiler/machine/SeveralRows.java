package dev.pupil.compiler.machine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.pupil.compiler.program.Move;
import dev.pupil.compiler.term.Offset;
import dev.pupil.compiler.term.Term;
import dev.pupil.compiler.term.Terms;
import java.util.List;
import java.util.Locale;

/** The head of a machine with several rows, which moves in two steps: it decides where to go, and goes. */
final class SeveralRows implements HeadRules {
    /** The order in which heads are taken that arrive at once. */
    private static final ImmutableList<Move> ARRIVALS = ImmutableList.of(Move.RIGHT, Move.LEFT, Move.DOWN, Move.UP);

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

    /** Whether the head is here and goes on in this step. */
    private Term isGoing() {
        return Terms.or(moves.stream().map(move -> goes(move, Offset.CENTER)).toArray(Term[]::new));
    }

    @Override
    public Term state(Term made) {
        Term state = Terms.read(MachineFields.STATE);
        Term decided = lookup.rule(Offset.CENTER, action -> Terms.constant(action.next()), state);
        Term left = moves.contains(Move.STAY)
                ? Terms.choice(goes(Move.STAY, Offset.CENTER), state, Terms.constant(HeadStates.NONE))
                : Terms.constant(HeadStates.NONE);
        Term next = Terms.choice(isMaking, made, Terms.choice(isGoing(), left, decided));
        for (Move move : Lists.reverse(ARRIVALS)) {
            if (moves.contains(move)) {
                Offset from = new Offset(-move.rows(), -move.columns());
                next = Terms.choice(goes(move, from), Terms.read(MachineFields.STATE, from), next);
            }
        }
        return next;
    }

    @Override
    public Term cell() {
        return Terms.choice(isGoing(), Terms.read(MachineFields.CELL), lookup.written());
    }

    @Override
    public Term halted() {
        return Terms.and(lookup.isHalted(), Terms.not(isGoing()));
    }

    @Override
    public ImmutableList<Extra> extras() {
        return moves.stream()
                .map(move -> new Extra(
                        MachineFields.going(move),
                        "the head is here and goes " + move.name().toLowerCase(Locale.ROOT),
                        Terms.and(Terms.not(isGoing()), lookup.goes(Offset.CENTER, move))))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableList<Term> claims() {
        ImmutableList.Builder<Term> claims = ImmutableList.builder();
        for (Move move : moves) {
            Term going = goes(move, Offset.CENTER);
            claims.add(Terms.implies(going, lookup.isHead(Offset.CENTER)));
            for (Move other : List.copyOf(moves).subList(moves.indexOf(move) + 1, moves.size())) {
                claims.add(Terms.not(Terms.and(going, goes(other, Offset.CENTER))));
            }
        }
        return claims.build();
    }
}
