/**
 * Engines: things that predict with a trained weight file. They differ in what they execute (the program's meaning, the
 * automaton, the network itself) and must never differ in what they predict.
 */
@NullMarked
package dev.pupil.runtime.engine;

import org.jspecify.annotations.NullMarked;
