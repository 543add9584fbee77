/**
 * Stage 2: passes, the normal form of a learner as finite state that scans rows.
 *
 * <p>What comes in: a typed {@linkplain dev.pupil.compiler.program program}. What goes out: {@link
 * dev.pupil.compiler.lower.sweep.Passes}, which say of every assignment at which pixels of which rows it runs, under which
 * condition, and where each variable lives: in the example's bits that move down the rows, in a pixel's memory cell, in
 * the carry that runs along a row, or in the label column.
 *
 * <p>The order of execution is part of the normal form. Rows follow each other from the top; within a row the pixels
 * follow each other in the scan's direction; within a pixel the steps follow each other as listed. That order is what
 * {@link dev.pupil.compiler.lower.sweep.Passes} mean, and {@link dev.pupil.compiler.lower.sweep.WavefrontLowering} proves for every
 * program it accepts that it gives the values which the program's own order gives. Programs that need another order
 * (several scans an example whose results feed back) are passes, too: each scan is then a {@link
 * dev.pupil.compiler.lower.sweep.Pass} of its own, and passes follow each other as listed.
 */
@NullMarked
package dev.pupil.compiler.lower.sweep;

import org.jspecify.annotations.NullMarked;
