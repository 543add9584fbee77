/**
 * Sizes: everything that is counted in d, the number of features, and m, the number of examples.
 *
 * <p>What comes in: {@linkplain dev.pupil.compiler.program.size.Sizes sizes} of a run, or none yet. What goes out:
 * {@linkplain dev.pupil.compiler.program.size.Polynomial polynomials}, which are the bounds of wide integers and the extents of
 * arrays; {@linkplain dev.pupil.compiler.program.size.SizeExpression expressions} with maxima and binary digits, which are an
 * image's rows, columns and steps; and {@linkplain dev.pupil.compiler.program.size.Bounds comparisons} that hold for all sizes at
 * once. Invariant: a comparison that is claimed holds for every d ≥ 1 and m ≥ 1.
 */
@NullMarked
package dev.pupil.compiler.program.size;

import org.jspecify.annotations.NullMarked;
