/**
 * From program to program, whatever carries it out later: {@linkplain dev.pupil.compiler.lower.rewrite.Widening widening}, {@linkplain
 * dev.pupil.compiler.lower.rewrite.JumpRemoval jump removal}, {@linkplain dev.pupil.compiler.lower.rewrite.Flattening flattening} of
 * arrays, {@linkplain dev.pupil.compiler.lower.rewrite.Substitution substitution}; and the analyses that several lowerings ask for:
 * {@linkplain dev.pupil.compiler.lower.rewrite.Accesses accesses}, {@linkplain dev.pupil.compiler.lower.rewrite.DefiniteAssignment definite
 * assignment} and what is {@linkplain dev.pupil.compiler.lower.rewrite.LiveOut live} after a loop. Invariant: a rewritten program
 * predicts what the program predicts.
 */
@NullMarked
package dev.pupil.compiler.lower.rewrite;

import org.jspecify.annotations.NullMarked;
