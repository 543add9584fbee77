/**
 * What all lowerings say of what they did: {@linkplain dev.pupil.compiler.lower.LoopReport what became of each loop}, and
 * {@linkplain dev.pupil.compiler.lower.Objection why} something is no sweep, which is an {@linkplain
 * dev.pupil.compiler.lower.Attempt outcome} like any other. The lowerings themselves are in the packages below.
 */
@NullMarked
package dev.pupil.compiler.lower;

import org.jspecify.annotations.NullMarked;
