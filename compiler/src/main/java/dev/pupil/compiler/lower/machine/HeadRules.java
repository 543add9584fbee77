package dev.pupil.compiler.lower.machine;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Term;

/** How a head moves from pixel to pixel. */
sealed interface HeadRules permits OneRow, SeveralRows {
    /**
     * The next value of the state field.
     *
     * @param made the value that the head is made with
     */
    Term state(Term made);

    /** The next value of the cell field, once it has its first one. */
    Term cell();

    /** Whether the machine has halted here. */
    Term halted();

    /** Other fields that it takes, all 0 at rest. */
    ImmutableList<Extra> extras();

    /** What should hold at every pixel after every step. */
    ImmutableList<Term> claims();

    /**
     * A field.
     *
     * @param name its name
     * @param meaning what it means
     * @param high its largest value; 0 is the smallest one
     * @param next its next value
     */
    record Extra(String name, String meaning, int high, Term next) {
        /** A bit. */
        static Extra bit(String name, String meaning, Term next) {
            return new Extra(name, meaning, 1, next);
        }
    }
}
