/**
 * Engines: things that predict with a trained weight file. They differ in what they execute (the program's meaning, the
 * automaton, the network itself) and must never differ in what they predict.
 *
 * <p>What comes in: a trained weight file and queries. What goes out: a 0 or a 1 for each query, or a {@link
 * dev.pupil.runtime.engine.PredictionException} that says why there is none. Invariant: no engine changes what it is
 * given.
 */
@NullMarked
package dev.pupil.runtime.engine;

import org.jspecify.annotations.NullMarked;
