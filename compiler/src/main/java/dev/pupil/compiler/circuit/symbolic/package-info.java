/**
 * Automata as logic. Every field becomes a few bits, every term a decision diagram over the bits of a neighbourhood, and
 * what can occur in a neighbourhood (the image is a rectangle, fields rest outside, invariants hold) a list of
 * constraints on those bits.
 *
 * <p>What comes in: an {@linkplain dev.pupil.compiler.automaton automaton}. What goes out: the automaton without the
 * invariants that {@link dev.pupil.compiler.circuit.symbolic.InvariantProver} could not prove, and for the
 * {@linkplain dev.pupil.compiler.circuit circuit} every bit's next value as a diagram, with what can occur as a {@link
 * dev.pupil.compiler.circuit.symbolic.Reachable}. Invariant: that never excludes a neighbourhood that occurs in a run, if the
 * invariants it is given hold.
 */
@NullMarked
package dev.pupil.compiler.circuit.symbolic;

import org.jspecify.annotations.NullMarked;
