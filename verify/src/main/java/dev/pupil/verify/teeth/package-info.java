/**
 * V9: whether the checks would notice.
 *
 * <p>What comes in: a weight file that holds, and checks. What goes out: for each way to change the file, whether a check
 * refutes the changed one, or why the change does no harm. {@link dev.pupil.verify.teeth.Corruptions} are changes of all
 * that is no weight: labels, sizes, codes, invariants, the program. Invariant: a change that nothing refutes and that is
 * not known to be harmless is reported, never counted as anything else.
 */
@NullMarked
package dev.pupil.verify.teeth;

import org.jspecify.annotations.NullMarked;
