/**
 * Verification of compiled networks. What comes in: the bytes of a weight file, or a program, which is compiled to such
 * bytes first. What goes out: for each {@linkplain dev.pupil.verify.report.Obligation obligation} whether it holds, what
 * was established, and a counterexample where it does not hold.
 *
 * <p>{@link dev.pupil.verify.Verifier} is where to start; {@link dev.pupil.verify.Checks} has a line for each obligation.
 * Invariant: nothing that the compiler knew when it wrote a file is used, only what the file and its program say.
 */
@NullMarked
package dev.pupil.verify;

import org.jspecify.annotations.NullMarked;
