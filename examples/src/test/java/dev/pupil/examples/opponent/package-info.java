/**
 * Learners to compare the example programs with, none of which is made from a program: from published libraries where
 * there is one, else written from the published definition and in another way than the program.
 *
 * <p>What comes in: examples in their order, and queries. What goes out: a label for each query. Invariant: an opponent
 * predicts what its example's program means, on all data, or on all data that its documentation says.
 */
@NullMarked
package dev.pupil.examples.opponent;

import org.jspecify.annotations.NullMarked;
