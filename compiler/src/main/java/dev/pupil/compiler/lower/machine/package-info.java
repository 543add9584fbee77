/**
 * From a machine to the automaton whose cells are its tape.
 *
 * <p>What comes in: a checked {@linkplain dev.pupil.compiler.program.Machine machine}. What goes out: an {@link
 * dev.pupil.compiler.automaton.Automaton} that takes a step of the machine in {@link
 * dev.pupil.compiler.lower.machine.Timing#stepsPerStep one or two} of its own. A pixel holds the symbol of its cell and, if the
 * head is there, the machine's state. Invariant: a cell's symbol is changed only where the head is, and a head that leaves
 * the image is gone.
 *
 * <h2>How a tape gets into the image</h2>
 *
 * <p>The network's input is the lane. For a machine that is no learner all of z is 1, and the lane is W, which is written:
 * 0 is blank, −1 and 1 are the {@linkplain dev.pupil.compiler.program.Machine#inputs first two other symbols} (1 if there
 * is only one), so that a tape starts with at most these three; a head writes whatever it likes. 2 is a <em>mark</em>, blank
 * too, that shows where the head starts, in the cell at its right. The automaton has to know that there is one head only,
 * whatever is in the lane. So the head is always made in the corner, row 0 and column 0, and seeks: it runs right to the
 * mark, and the machine starts in the cell behind it. Where the machine has rows, the first mark, in row 0, sends the head
 * down, and the second one to the right.
 *
 * <p>For a machine that is a learner the lane is W·diag(z), and the {@linkplain dev.pupil.compiler.lower.prelude.Prelude prelude} of
 * all learners makes bits of it: row i of the tape is example i, and the head starts in row 0, column 0.
 *
 * <h2>One row</h2>
 *
 * <p>The head moves in one step: a pixel becomes the head's if the rule at its left says right, the rule at its right says
 * left, or its own says stay. That these exclude each other is not seen from a neighbourhood. So every pixel of the row
 * remembers whether the head is at its right ({@code behind}); then there is a head only where this changes from 1 to 0, and
 * that there is one only is an invariant with a local proof.
 *
 * <h2>Several rows</h2>
 *
 * <p>There is no such order, and the head takes two steps: first the pixel that it is in writes, and notes where the head goes
 * and which state it takes along; then the neighbour there takes this state over. Nothing has to be known of other heads: should two
 * arrive at once, the one from the left is taken, then that from the right, from above, from below.
 */
@NullMarked
package dev.pupil.compiler.lower.machine;

import org.jspecify.annotations.NullMarked;
