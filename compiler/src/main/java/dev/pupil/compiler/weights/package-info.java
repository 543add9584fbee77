/**
 * Stage 6: the weight file. A {@link dev.pupil.compiler.weights.WeightFile} is all that is saved: the filter, the
 * program it was compiled from and, once trained, the memory layer's weights. Files are safetensors, written atomically
 * and read strictly: a file that says anything inconsistent is refused before anything is made of it.
 */
@NullMarked
package dev.pupil.compiler.weights;

import org.jspecify.annotations.NullMarked;
