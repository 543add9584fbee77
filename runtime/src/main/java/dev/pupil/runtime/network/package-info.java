/**
 * The network as real-valued tensors on ND4J, forward and backward. What comes in is a filter, memory weights and
 * queries; what goes out are the network's outputs and the gradient of its loss. It executes the numbers of the weight
 * file and nothing else: no rounding, no clamping, no knowledge of what a channel means.
 *
 * <p>An image is held as one contiguous plane per channel; several images of a batch lie one after another in each
 * plane. One recurrent step {@linkplain dev.pupil.runtime.network.Gather copies} the planes of every used (channel, tap)
 * pair side by side and is then two matrix products with a rectifier between them; back-propagation has the same form.
 * Arithmetic is done by ND4J alone, our own code only moves numbers.
 */
@NullMarked
package dev.pupil.runtime.network;

import org.jspecify.annotations.NullMarked;
