/**
 * What users do with a network, as objects: train it on a data file, ask it about another, and count.
 *
 * <p>What comes in: a {@linkplain dev.pupil.compiler.weights.WeightFile weight file} and the paths of data files. What
 * goes out: trained weights, predictions and how many of them are right. The command line is one way to use this;
 * {@link dev.pupil.runtime.experiment.Observer} is how it, or anyone else, follows what happens. Invariant: all files
 * are read before the long work starts, and nothing here writes one.
 */
@NullMarked
package dev.pupil.runtime.experiment;

import org.jspecify.annotations.NullMarked;
