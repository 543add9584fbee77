/**
 * What verification has to say: {@linkplain dev.pupil.verify.report.Obligation obligations}, the
 * {@linkplain dev.pupil.verify.report.Evidence evidence} for them, their
 * {@linkplain dev.pupil.verify.report.Verdict verdicts}, and {@linkplain dev.pupil.verify.report.Report reports} of
 * them for people and for machines.
 *
 * <p>What comes in: the conclusions of checks. What goes out: values, and texts in several formats. Invariant: the words
 * of {@link dev.pupil.verify.report.Strength} mean what is said there, and no report puts one in the place of another.
 */
@NullMarked
package dev.pupil.verify.report;

import org.jspecify.annotations.NullMarked;
