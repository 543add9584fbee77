package dev.pupil.compiler.lower;

import dev.pupil.grammar.source.Span;

/**
 * What became of a loop.
 *
 * @param routine {@code learn} or {@code predict}
 * @param loop where it is
 * @param fate how it runs, and for how long or why, as users are told
 */
public record LoopReport(String routine, Span loop, String fate) {}
