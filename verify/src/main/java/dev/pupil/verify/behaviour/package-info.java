/**
 * Checks that let a network run: that its file agrees with itself ({@linkplain dev.pupil.verify.behaviour.FileCheck V1}),
 * when it answers ({@linkplain dev.pupil.verify.behaviour.DepthCheck V5}), whether that is what the program means
 * ({@linkplain dev.pupil.verify.behaviour.MeaningCheck V6}), what SGD makes of it
 * ({@linkplain dev.pupil.verify.behaviour.TrainingCheck V7}), and whether all engines agree
 * ({@linkplain dev.pupil.verify.behaviour.EnginesCheck V8}).
 *
 * <p>What comes in: the bytes of a weight file, or a {@link dev.pupil.verify.subject.Subject} that was read from them. What
 * goes out: a {@link dev.pupil.verify.report.Conclusion} each, whose evidence names sizes, counts and seeds. How many cases
 * there are depends on the {@linkplain dev.pupil.verify.subject.Settings.Effort effort}, and on how much
 * {@linkplain dev.pupil.verify.behaviour.Work work} an image of the network is, never on the clock, so that equal settings
 * give equal evidence about equal files.
 *
 * <p>Invariant: weights that are wrong, in whatever way, make a check refute, never break off.
 */
@NullMarked
package dev.pupil.verify.behaviour;

import org.jspecify.annotations.NullMarked;
