/**
 * Networks in other programs' formats.
 *
 * <p>What comes in: a {@linkplain dev.pupil.compiler.weights.WeightFile weight file}, trained or not. What goes out: a
 * file in one of the {@linkplain dev.pupil.runtime.export.WeightFormat formats}: safetensors, which alone is read back,
 * {@linkplain dev.pupil.runtime.export.OnnxModel ONNX}, the whole network as one model that any ONNX runtime executes,
 * and {@linkplain dev.pupil.runtime.export.NpzFile npz} for NumPy. Invariant: every format has the same tensors and texts
 * under the same names, no number is changed by saving it, and equal networks give equal bytes.
 */
@NullMarked
package dev.pupil.runtime.export;

import org.jspecify.annotations.NullMarked;
