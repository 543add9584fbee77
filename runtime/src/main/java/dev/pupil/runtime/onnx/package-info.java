/**
 * The {@code onnx} engine: an implementation of the network that is not ours. What comes in is a trained weight file and
 * queries; what goes out are the outputs that ONNX Runtime computes from the {@linkplain
 * dev.pupil.runtime.export.OnnxModel model} that would be written to a file. Invariant: nothing of the network is
 * computed here, and ONNX Runtime's native library is loaded only when a network is made.
 */
@NullMarked
package dev.pupil.runtime.onnx;

import org.jspecify.annotations.NullMarked;
