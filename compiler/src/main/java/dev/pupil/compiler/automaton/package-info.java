/**
 * Stage 3: the cell automaton. Every pixel of an image holds the same finite-valued fields; in one step each field
 * takes the value of a {@link dev.pupil.compiler.automaton.term.Term} over the old values in the 3×3 neighbourhood. Outside the
 * image, and before the first step, every field is at rest. Beside the fields a pixel has the <em>analog lane</em>,
 * a constant in {−1, 0, 1, 2} that holds W·diag(z) (2 marks workspace).
 *
 * <p>What comes in: {@linkplain dev.pupil.compiler.lower.sweep passes}. What goes out: an
 * {@link dev.pupil.compiler.automaton.Automaton}, to be simulated or turned into a
 * {@linkplain dev.pupil.compiler.circuit circuit}. It never depends on d or m.
 */
@NullMarked
package dev.pupil.compiler.automaton;

import org.jspecify.annotations.NullMarked;
