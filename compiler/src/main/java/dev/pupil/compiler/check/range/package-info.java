/**
 * The checker's second stage: what values there can be. What comes in: a {@link dev.pupil.compiler.check.resolve.Resolved}
 * program. What goes out: the typed {@link dev.pupil.compiler.program.Program}, with a proof for every assignment that its value is
 * in its variable's range, and for every index that it is in its array; or why there is none.
 */
@NullMarked
package dev.pupil.compiler.check.range;

import org.jspecify.annotations.NullMarked;
