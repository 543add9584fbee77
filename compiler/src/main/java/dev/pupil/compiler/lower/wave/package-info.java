/**
 * From passes to the automaton: how rows of examples in an image become waves of computation.
 *
 * <p>What comes in: {@linkplain dev.pupil.compiler.lower.sweep passes} that scan every row one way. What goes out: an {@link
 * dev.pupil.compiler.automaton.Automaton} that predicts what the passes predict, in a number of steps that is a closed
 * form in d and m.
 *
 * <p>The time table, for scans to the right; c counts columns from the scan's start. Memory is full: the wave {@code
 * full} leaves the last row's label pixel at step 2 and reaches the scan's first column in row 0 at step 2 + m + d. The
 * wave {@code started} leaves there at once and is in row r, column c at step 3 + m + d + r + c. Each example then
 * leaves its row upwards, is in row 0, column c at step 4 + m + d + 2i + c, turns, and comes down through the rows: it is
 * in row k, column c at step 5 + m + d + 2i + k + c. So whatever a pixel needs arrives just then: the example from above,
 * the carry from the column before. A learner without rows works on the examples when they reach row 0. Scans to the
 * left start in the label column, and save the d steps to column 0.
 *
 * <ul>
 *   <li>{@link dev.pupil.compiler.lower.prelude.Prelude}: from the lane to the example's bits, the same for every program;
 *   <li>{@link dev.pupil.compiler.lower.sweep.PixelProgram}: what a pixel does with an example, from the passes' steps;
 *   <li>{@link dev.pupil.compiler.lower.wave.AutomatonLowering}: both together, without what nobody reads;
 *   <li>{@link dev.pupil.compiler.lower.prelude.InvariantCandidates}: what should hold at every pixel, to be proved.
 * </ul>
 */
@NullMarked
package dev.pupil.compiler.lower.wave;

import org.jspecify.annotations.NullMarked;
