package dev.pupil.compiler.circuit.logic;

import java.util.BitSet;

/**
 * Values of some variables.
 *
 * @param variables those that have a value; not to be changed
 * @param ones among these exactly those whose value is 1, and perhaps further ones, which say nothing; not to be changed
 */
record Partial(BitSet variables, BitSet ones) {
    /** An assignment that makes a function 1, if it is not 0 everywhere; variables that then don't matter are left open. */
    static Partial within(Decision decision) {
        BitSet variables = new BitSet();
        BitSet ones = new BitSet();
        Decision at = decision;
        while (at.variable() != Decision.CONSTANT) {
            variables.set(at.variable());
            ones.set(at.variable(), at.low().isFalse());
            at = at.low().isFalse() ? at.high() : at.low();
        }
        return new Partial(variables, ones);
    }

    /** Whether all variables are in {@code all}. */
    boolean isWithin(BitSet all) {
        for (int variable = variables.nextSetBit(0); variable >= 0; variable = variables.nextSetBit(variable + 1)) {
            if (!all.get(variable)) {
                return false;
            }
        }
        return true;
    }

    /** The function that is 1 where the variables have these values. */
    Decision decision(Decisions decisions) {
        Decision all = decisions.constant(true);
        for (int variable = variables.length() - 1; variable >= 0; variable = variables.previousSetBit(variable - 1)) {
            Decision one = decisions.variable(variable);
            all = decisions.and(ones.get(variable) ? one : decisions.not(one), all);
        }
        return all;
    }
}
