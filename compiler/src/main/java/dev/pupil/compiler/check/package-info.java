/**
 * The checker: what comes in is the surface tree, what goes out is a typed
 * {@link dev.pupil.compiler.program.Program} in which nothing can fail but by a bug, or every reason why there is none.
 *
 * <p>It works in two stages, and the second one starts only when the first has nothing to say:
 *
 * <ol>
 *   <li>{@link dev.pupil.compiler.check.resolve.Resolver} gives every name its meaning, tells bits from integers from
 *       enumerations, folds affine expressions, and inlines procedures;
 *   <li>{@link dev.pupil.compiler.check.range.RangeChecker} infers the ranges of wide integers
 *       ({@link dev.pupil.compiler.check.range.RangeInference}), gives every expression its type and proves that every
 *       assignment stays in its type and every index in its array.
 * </ol>
 *
 * <h2>Rules that the language leaves to the checker</h2>
 *
 * <ul>
 *   <li>A local starts at 0 each time its declaration is reached, unless it has an initialiser.
 *   <li>No name may be declared where the same name is visible already.
 *   <li>A bit is an integer 0 or 1 wherever an integer is expected; an integer is never a condition, except for the
 *       constants 0 and 1.
 *   <li>A procedure's scalar parameters are values that it cannot change; its array parameters are the caller's arrays.
 *       A parameter that is given an affine expression is affine inside.
 *   <li>A statement that can never be reached is an error.
 *   <li><em>Counting.</em> The range of an integer is its initial values and what is assigned to it from elsewhere,
 *       widened by every {@code x = x + e} as often as that runs between two assignments that do not depend on {@code x}:
 *       the product of the iterations of its loops, times m for memory. An assignment is in range if its value always
 *       is, or if counting shows that the variable is.
 *   <li><em>Late updates.</em> Where memory has one update, outside loops in {@code learn}, then before that update it
 *       has been made at most m − 1 times; so {@code seen[count]} is inside {@code seen[m]} if {@code count += 1} comes
 *       after it.
 * </ul>
 */
@NullMarked
package dev.pupil.compiler.check;

import org.jspecify.annotations.NullMarked;
