/**
 * Explains weight files in words: what a pixel holds, when each hidden unit is active, how each channel comes about, what
 * the head reads.
 *
 * <p>What comes in: a {@link dev.pupil.compiler.weights.WeightFile}, read from its bytes, and nothing else. What goes out:
 * an {@link dev.pupil.explain.Explanation}, and its text. {@link dev.pupil.explain.Explainer} is the table
 * of contents.
 *
 * <p>Everything said about numbers is computed from the weights. {@link dev.pupil.explain.StepFunctions} adds up
 * each unit's and each channel's sum for all values of its inputs at once, as exact decimal numbers;
 * {@link dev.pupil.explain.Cover} writes the places where a value is taken as alternatives of conditions, as few
 * and as short as it finds. The words come from the file's labels, which nobody has checked at that point: a reader of an
 * explanation believes the labels, not this package.
 *
 * <p>Invariants: exact conditions hold for all values of the channels. Conditions in words hold in every neighbourhood that
 * {@link dev.pupil.explain.Knowledge} admits, that is, if the invariants in the file hold. Whatever can't be said
 * is said not to be known; no file that can be read makes an explanation fail.
 */
@NullMarked
package dev.pupil.explain;

import org.jspecify.annotations.NullMarked;
