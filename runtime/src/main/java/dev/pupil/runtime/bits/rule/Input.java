package dev.pupil.runtime.bits.rule;

import dev.pupil.compiler.automaton.term.Offset;

/**
 * A bit that a pixel reads.
 *
 * @param plane which plane, see {@link Planes}
 * @param at whose, as seen from the pixel
 */
public record Input(int plane, Offset at) {}
