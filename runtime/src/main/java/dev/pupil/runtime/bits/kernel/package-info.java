/**
 * Translates circuits to machine code. What comes in: a circuit and a {@link dev.pupil.runtime.bits.kernel.Layout} of
 * images in words. What goes out: a {@link dev.pupil.runtime.bits.kernel.Kernel}, a class that is written at run time
 * for just this circuit and layout, either with the Vector API or, on every Java, with {@code long}s. Invariant: both
 * compute the same bits.
 */
@NullMarked
package dev.pupil.runtime.bits.kernel;

import org.jspecify.annotations.NullMarked;
