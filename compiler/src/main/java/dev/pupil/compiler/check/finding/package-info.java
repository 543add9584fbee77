/**
 * What the checker has to say: {@linkplain dev.pupil.compiler.check.finding.Refusal one} finding, which ends the work on one
 * statement, and {@linkplain dev.pupil.compiler.check.finding.Findings all} of a file, in the order of their places.
 */
@NullMarked
package dev.pupil.compiler.check.finding;

import org.jspecify.annotations.NullMarked;
