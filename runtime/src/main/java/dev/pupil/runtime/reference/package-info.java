/**
 * The reference meaning of a program. What comes in: a {@linkplain dev.pupil.compiler.program.Program typed program}
 * and the {@linkplain dev.pupil.compiler.program.size.Sizes sizes} of a run. What goes out: a
 * {@link dev.pupil.runtime.reference.Learner} that executes {@code learn} and {@code predict} statement by statement,
 * in exact arithmetic, with no cleverness that could be wrong. Every later stage must predict what it predicts.
 *
 * <p>Invariant: every assigned value is within its variable's type and every index within its array. The checker has
 * proved both; a violation is a bug in the checker and is reported with the span.
 */
@NullMarked
package dev.pupil.runtime.reference;

import org.jspecify.annotations.NullMarked;
