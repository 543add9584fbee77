/**
 * Stage 4: the circuit. Fields are encoded in bits, bits are given channels, and each channel's next value becomes a
 * sum of hidden units: one layer of rectified thresholds of neighbouring bits.
 *
 * <p>What comes in: an {@linkplain dev.pupil.compiler.automaton automaton} whose invariants are proved. What goes out: a
 * {@link dev.pupil.compiler.circuit.Circuit} that computes the same fields on every reachable neighbourhood.
 */
@NullMarked
package dev.pupil.compiler.circuit;

import org.jspecify.annotations.NullMarked;
