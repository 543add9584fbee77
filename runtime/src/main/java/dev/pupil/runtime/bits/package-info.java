/**
 * The engine that executes a network on bits.
 *
 * <p>What comes in: a trained weight file and queries. What goes out: predictions, the same that the network gives as
 * real numbers, about a thousand times sooner. It rests on one fact: in a compiled network every channel but the lane
 * holds 0 or 1 after every step, and the lane never changes. A step is therefore a Boolean circuit, and a processor
 * computes it for as many pixels at once as a register has bits.
 *
 * <p>The way of a network: {@link dev.pupil.runtime.bits.rule} reads its weights as functions of bits, {@link
 * dev.pupil.runtime.bits.gate} builds a circuit of them, {@link dev.pupil.runtime.bits.kernel} translates that to
 * machine code, and {@link dev.pupil.runtime.bits.BitsNetwork} runs it on images, of which only the tiles near a change
 * are computed. Invariant: whatever the weights are, no prediction is made that the network would not make. Weights that
 * are not exact are refused when they are read; a channel that leaves its two values is noticed in the step in which it
 * does, and that ends the run.
 */
@NullMarked
package dev.pupil.runtime.bits;

import org.jspecify.annotations.NullMarked;
