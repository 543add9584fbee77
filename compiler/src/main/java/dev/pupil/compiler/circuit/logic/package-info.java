/**
 * Logic over numbered bits, knowing nothing of images or fields: decision diagrams, what is possible under given
 * requirements, and the search for few rectified thresholds that add up to given functions.
 *
 * <p>What comes in: partial functions, that is values on the assignments that can occur. What goes out: a
 * {@link dev.pupil.compiler.circuit.logic.Combination} per function, whose value is exact on every assignment that can occur.
 */
@NullMarked
package dev.pupil.compiler.circuit.logic;

import org.jspecify.annotations.NullMarked;
