/**
 * Automata as logic. Every field becomes a few bits, every term a decision diagram over the bits of a neighbourhood, and
 * what can occur in a neighbourhood (the image is a rectangle, fields rest outside, invariants hold) a list of
 * constraints on those bits.
 *
 * <p>What comes in: an {@linkplain dev.pupil.compiler.automaton automaton}. The invariant: a
 * {@link dev.pupil.compiler.symbolic.Reachable} never excludes a neighbourhood that occurs in a run.
 */
@NullMarked
package dev.pupil.compiler.symbolic;

import org.jspecify.annotations.NullMarked;
