/**
 * The compiler from learning algorithms to the filters of a recurrent convolutional network. {@link
 * dev.pupil.compiler.Compiler} is its table of contents; each stage has a package of its own, in the order of the data:
 * {@linkplain dev.pupil.compiler.check check} → {@linkplain dev.pupil.compiler.lower.sweep passes} → {@linkplain
 * dev.pupil.compiler.lower.wave automaton} → {@linkplain dev.pupil.compiler.circuit circuit} → {@linkplain
 * dev.pupil.compiler.filter filter} → {@linkplain dev.pupil.compiler.weights weight file}.
 */
@NullMarked
package dev.pupil.compiler;

import org.jspecify.annotations.NullMarked;
