/**
 * The processor itself, as rules of cells. What comes in: a {@link
 * dev.pupil.compiler.lower.processor.instruction.Schedule}. What goes out: the {@link dev.pupil.compiler.automaton.Automaton} that
 * carries it out: control, the head, columns of bits, markers, waves.
 */
@NullMarked
package dev.pupil.compiler.lower.processor.cells;

import org.jspecify.annotations.NullMarked;
