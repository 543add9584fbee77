/**
 * What a machine that is no learner works on, whoever executes it: the {@linkplain dev.pupil.compiler.program.tape.Tape tape}, and
 * the {@linkplain dev.pupil.compiler.program.tape.Ending ending} of its walk. What comes in: symbols by their numbers. What goes
 * out: the same, by row and column. Invariant: a tape is a rectangle, and never changes.
 */
@NullMarked
package dev.pupil.compiler.program.tape;

import org.jspecify.annotations.NullMarked;
