/**
 * Stage 1: the typed program. It comes out of the checker with every name resolved, every type known, procedures
 * inlined and {@code clamp} given its bounds; nothing in it can fail but by a bug. It is a different thing from the
 * surface tree, which keeps what the user wrote. The reference interpreter, an engine of the
 * runtime, executes it and thereby defines what every later stage must predict.
 */
@NullMarked
package dev.pupil.compiler.program;

import org.jspecify.annotations.NullMarked;
