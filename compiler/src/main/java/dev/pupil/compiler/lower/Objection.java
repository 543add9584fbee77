package dev.pupil.compiler.lower;

import dev.pupil.grammar.source.Span;

/**
 * Why a loop, or a whole program, is no sweep.
 *
 * @param span what stands in the way
 * @param clause the reason, as a clause that can follow "because"
 */
public record Objection(Span span, String clause) {
    /** The reason for somebody who is told where the loop is: says where in the loop, if that is not all of it. */
    public String about(Span loop) {
        return span.equals(loop) ? clause : "in line " + span.line() + " " + clause;
    }
}
