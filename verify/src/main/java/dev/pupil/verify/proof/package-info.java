/** Proofs about a weight file. */
@NullMarked
package dev.pupil.verify.proof;

import org.jspecify.annotations.NullMarked;
