/**
 * Finite terms: the expressions of passes and automata. A {@link dev.pupil.compiler.automaton.term.Term} is a function from a
 * neighbourhood of finite-valued fields to a small integer. Terms simplify themselves when they are built by
 * {@link dev.pupil.compiler.automaton.term.Terms}, can be evaluated, printed and parsed back.
 */
@NullMarked
package dev.pupil.compiler.automaton.term;

import org.jspecify.annotations.NullMarked;
