/**
 * Stage 5: the filter. The circuit's units written as the dense tensors of a convolutional network, in PyTorch's
 * layout. Nothing is decided here any more: a {@link dev.pupil.compiler.filter.Filter} is the circuit in numbers.
 */
@NullMarked
package dev.pupil.compiler.filter;

import org.jspecify.annotations.NullMarked;
