/**
 * The automaton's simulator, an engine of its own: it carries out an {@link dev.pupil.compiler.automaton.Automaton} field by
 * field, before there are any weights. What comes in: an automaton and the analog lane. What goes out: the fields' values after each
 * step, and the output. Invariant: it reads nothing but the automaton, so that what it computes is the automaton's meaning.
 */
@NullMarked
package dev.pupil.runtime.automaton;

import org.jspecify.annotations.NullMarked;
