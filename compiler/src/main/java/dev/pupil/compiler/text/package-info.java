/**
 * The text forms of stages 2 to 5, for people to read and for tests to compare.
 *
 * <p>What comes in: {@linkplain dev.pupil.compiler.lower.sweep.Passes passes}, a
 * {@linkplain dev.pupil.compiler.lower.processor.instruction.Schedule schedule}, an
 * {@linkplain dev.pupil.compiler.automaton.Automaton automaton}, a
 * {@linkplain dev.pupil.compiler.circuit.Circuit circuit}, a {@linkplain dev.pupil.compiler.filter.Filter filter} or a
 * {@linkplain dev.pupil.compiler.automaton.term.Term term}. What goes out: a text.
 *
 * <p>{@linkplain dev.pupil.compiler.text.TermText Terms} are also read, because weight files hold invariants as text. The
 * grammar is {@code Terms.g4}. A printed term parses back to an equal one, as nothing is simplified. A wrong text is
 * refused with one {@link dev.pupil.compiler.text.TermTextException} that says where it is wrong and what was expected.
 */
@NullMarked
package dev.pupil.compiler.text;

import org.jspecify.annotations.NullMarked;
