/**
 * Cross-checks: does what was compiled predict what the program means?
 *
 * <p>What comes in: a program in two of its representations, each as a {@link dev.pupil.verify.trial.Predictor}, and
 * {@linkplain dev.pupil.verify.trial.Trial trials}, all small ones ({@link dev.pupil.verify.trial.ExhaustiveData}) or random
 * ones ({@link dev.pupil.verify.trial.RandomData}). What goes out: the first
 * {@link dev.pupil.verify.trial.Disagreement}, if there is one, and how much was compared.
 * {@link dev.pupil.verify.trial.DataShrinker} makes data small enough to be understood. Where predictions are not enough,
 * {@link dev.pupil.verify.trial.FilterSimulator} shows what weights compute from step to step.
 *
 * <p>Invariant: a check never fails by an exception of what it checks; whatever a predictor does wrong is an
 * {@linkplain dev.pupil.verify.trial.Outcome.Failure outcome}.
 */
@NullMarked
package dev.pupil.verify.trial;

import org.jspecify.annotations.NullMarked;
