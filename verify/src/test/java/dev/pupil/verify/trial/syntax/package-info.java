/**
 * What a program text means, taken from its syntax alone: nothing is typed, inlined, folded or initialised beforehand.
 * That is slow and can't find a wrong program, but shares no code with the checker, whose work is compared with it.
 *
 * <p>What comes in: the {@linkplain dev.pupil.grammar.tree syntax tree} of a program that the checker accepts. What goes
 * out: predictions.
 */
@NullMarked
package dev.pupil.verify.trial.syntax;

import org.jspecify.annotations.NullMarked;
