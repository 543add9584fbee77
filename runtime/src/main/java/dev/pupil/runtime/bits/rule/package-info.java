/**
 * Reads a filter's weights as functions of bits. What comes in: a {@link dev.pupil.compiler.filter.Filter}. What goes
 * out: for each channel, its next value as a decision diagram over the bits of a pixel's neighbourhood, and where that
 * value is no bit. Invariant: the diagrams are the network's arithmetic, exactly, for every value of those bits.
 */
@NullMarked
package dev.pupil.runtime.bits.rule;

import org.jspecify.annotations.NullMarked;
