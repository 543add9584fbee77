/**
 * Training of the memory layer: plain SGD with full back-propagation through all steps, or the closed form that it
 * provably reaches (Goel, Kakade, Kalai, Zhang 2022, Algorithm 1 with learning rate 0 for the shared filter).
 *
 * <p>What comes in: a weight file and labelled examples. What goes out: a {@link dev.pupil.runtime.training.Training}, the
 * weight file with memory and how far that is from the closed form. Invariant: the filter stays as it is.
 */
@NullMarked
package dev.pupil.runtime.training;

import org.jspecify.annotations.NullMarked;
