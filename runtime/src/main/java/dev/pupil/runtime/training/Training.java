package dev.pupil.runtime.training;

import dev.pupil.compiler.weights.WeightFile;

/**
 * What a training did.
 *
 * @param method how
 * @param updates updates of the memory weights, m + 1
 * @param trained the weight file with memory
 * @param maxDeviation the largest difference between a memory weight and its closed form, 0 if training went as proved
 */
public record Training(TrainingMethod method, int updates, WeightFile trained, double maxDeviation) {}
