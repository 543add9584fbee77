package dev.pupil.compiler.machine;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.term.Term;

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

    /** Other fields that it takes, all bits that are 0 at rest. */
    ImmutableList<Extra> extras();

    /** What should hold at every pixel after every step. */
    ImmutableList<Term> claims();

    /** A bit's name, what it means and its next value. */
    record Extra(String name, String meaning, Term next) {}
}
