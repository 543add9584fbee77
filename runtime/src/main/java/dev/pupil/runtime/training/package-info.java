/**
 * Training of the memory layer: plain SGD with full back-propagation through all steps, or the closed form that it
 * provably reaches (Goel, Kakade, Kalai, Zhang 2022, Algorithm 1 with learning rate 0 for the shared filter).
 */
@NullMarked
package dev.pupil.runtime.training;

import org.jspecify.annotations.NullMarked;
