/**
 * The checker's first stage: names, types and procedures. What comes in: the surface tree. What goes out: a {@link
 * dev.pupil.compiler.check.resolve.Resolved} program whose procedures are inlined and whose integers have their declared types.
 */
@NullMarked
package dev.pupil.compiler.check.resolve;

import org.jspecify.annotations.NullMarked;
