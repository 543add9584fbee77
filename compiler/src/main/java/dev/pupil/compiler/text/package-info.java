/**
 * The text forms of stages 2 to 5, for people to read and for tests to compare.
 *
 * <p>What comes in: {@linkplain dev.pupil.compiler.lower.sweep.Passes passes}, an
 * {@linkplain dev.pupil.compiler.automaton.Automaton automaton}, a
 * {@linkplain dev.pupil.compiler.circuit.Circuit circuit}, a {@linkplain dev.pupil.compiler.filter.Filter filter} or a
 * {@linkplain dev.pupil.compiler.automaton.term.Term term}; or a text. What goes out: the other of the two. A printed value
 * parses back to an equal one, and a printed text prints again to the same text; spaces, line breaks and
 * {@code // comments} may be put in and left out. Terms come back exactly as they were: nothing is simplified.
 *
 * <p>The grammar is {@code Stages.g4}. A wrong text is refused with one
 * {@link dev.pupil.compiler.text.StageTextException} that says where it is wrong and what was expected.
 */
@NullMarked
package dev.pupil.compiler.text;

import org.jspecify.annotations.NullMarked;
