package dev.pupil.compiler.circuit.logic;

import java.util.BitSet;

/**
 * A function of which only some values matter.
 *
 * @param one where it must be 1
 * @param zero where it must be 0; nowhere at the same time as {@code one}
 */
public record PartialFunction(Decision one, Decision zero) {
    /** The function {@code decision} where {@code care} is 1. */
    public static PartialFunction of(Decisions decisions, Decision decision, Decision care) {
        return new PartialFunction(decisions.and(care, decision), decisions.and(care, decisions.not(decision)));
    }

    /** The variables on which the known values depend. */
    public BitSet support(Decisions decisions) {
        BitSet support = decisions.support(one);
        support.or(decisions.support(zero));
        return support;
    }

    /**
     * The same without the variables it can do without: each is given up in turn, those in front first, if the others
     * still tell the ones from the zeros.
     */
    public PartialFunction reduce(Decisions decisions, Iterable<Integer> order) {
        PartialFunction reduced = this;
        for (int variable : order) {
            BitSet hidden = new BitSet();
            hidden.set(variable);
            Decision ones = decisions.exists(reduced.one, hidden);
            Decision zeros = decisions.exists(reduced.zero, hidden);
            if (!decisions.meet(ones, zeros)) {
                reduced = new PartialFunction(ones, zeros);
            }
        }
        return reduced;
    }

    /** The function where the variable is fixed. */
    public PartialFunction fix(Decisions decisions, int variable, boolean value) {
        return new PartialFunction(decisions.fix(one, variable, value), decisions.fix(zero, variable, value));
    }
}
