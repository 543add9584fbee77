/**
 * Cross-checks: does what was compiled predict what the program means?
 *
 * <p>What comes in: a program in two of its representations, each as a {@link dev.pupil.verify.trial.Predictor}, and
 * {@linkplain dev.pupil.verify.trial.Trial trials}, all small ones ({@link dev.pupil.verify.ExhaustiveData}) or random ones
 * ({@link dev.pupil.verify.trial.RandomData}). What goes out: the first {@link dev.pupil.verify.Disagreement}, if there is
 * one, and how much was compared. {@link dev.pupil.verify.trial.ProgramShrinker}
 * makes a program that disagrees small enough to be understood.
 *
 * <p>Invariant: a check never fails by an exception of what it checks; whatever a predictor does wrong is an
 * {@linkplain dev.pupil.verify.trial.Outcome.Failure outcome}.
 */
@NullMarked
package dev.pupil.verify.trial;

import org.jspecify.annotations.NullMarked;
