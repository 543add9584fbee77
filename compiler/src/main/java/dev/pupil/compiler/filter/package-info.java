/**
 * Stage 5: the filter. The circuit's units written as the dense tensors of a convolutional network, in PyTorch's
 * layout. Nothing is decided here any more: a {@link dev.pupil.compiler.filter.Filter} is the circuit in numbers.
 *
 * <p>What comes in: a {@linkplain dev.pupil.compiler.circuit circuit}. What goes out: the step's and the head's tensors,
 * with the channels' and units' names and origins beside them. Invariant: no size depends on d or m.
 */
@NullMarked
package dev.pupil.compiler.filter;

import org.jspecify.annotations.NullMarked;
