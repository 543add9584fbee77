/**
 * What every network has before its program starts, whatever carries it out: the {@linkplain
 * dev.pupil.compiler.lower.prelude.Prelude way} from the analog lane to the examples' bits, the {@linkplain
 * dev.pupil.compiler.lower.prelude.Names names} of its fields, and {@linkplain
 * dev.pupil.compiler.lower.prelude.InvariantCandidates what should hold} at every pixel.
 */
@NullMarked
package dev.pupil.compiler.lower.prelude;

import org.jspecify.annotations.NullMarked;
