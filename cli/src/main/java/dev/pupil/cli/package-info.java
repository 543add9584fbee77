/**
 * The {@code pupil} command: what comes in is the words of a command line and what goes out is text and an exit status.
 * Everything it does itself is reading arguments, showing progress and printing; the work is that of
 * {@link dev.pupil.compiler}, {@link dev.pupil.runtime} and {@link dev.pupil.verify}.
 *
 * <p>Start at {@link dev.pupil.cli.Pupil}. Invariants: results alone go to standard output, all else to standard error;
 * every run ends in one of the statuses of {@link dev.pupil.cli.ExitStatus}; no run ends in a stack trace unless one
 * was asked for.
 */
@NullMarked
package dev.pupil.cli;

import org.jspecify.annotations.NullMarked;
