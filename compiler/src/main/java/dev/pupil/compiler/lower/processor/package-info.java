/**
 * The second way from a program to an automaton: one instruction after the other. It takes every program that fits an
 * image, whatever its values depend on.
 *
 * <p>What comes in: a checked {@linkplain dev.pupil.compiler.program program}. {@link
 * dev.pupil.compiler.lower.processor.schedule.ProgramScheduler} makes a {@link dev.pupil.compiler.lower.processor.instruction.Schedule} of it, and {@link
 * dev.pupil.compiler.lower.processor.cells.AutomatonBuilder} an {@link dev.pupil.compiler.automaton.Automaton} of that. Invariant: how
 * long an instruction takes depends on the image's size only, so that the number of steps is a closed form in d and m and
 * exact. Nothing branches on data: a register says whether what comes next has an effect, and its time passes anyway.
 *
 * <h2>The machine</h2>
 *
 * <ul>
 *   <li><em>Control</em> is the pixel in row 0 and column 0: a field whose value is the instruction.
 *   <li><em>The head</em> goes out along row 0 to the last column, where nothing is stored, and back, and carries the
 *       registers: all finite scalars. Vectors have their element j in column j of row 0, and so has the example; whatever
 *       the head does with a column is the body of a {@link dev.pupil.compiler.lower.processor.instruction.Instruction.Scan}.
 *   <li><em>Wide integers</em> are columns of bits, two's complement, bit b in row b of column 0. Orders, and with them
 *       the carry, run down from control, one row a step: so one order can follow the other at once, and only a sign, which
 *       a row far down knows, has to be waited for. What a scan adds comes to column 0 along row 0.
 *   <li><em>Signs</em> are read in the row in which every value has its sign. At the start the accumulator gets n, which
 *       is 1, or d + 1, m + 1 or m + d + 1, as the values' bounds have it; the row below n's highest 1 is marked, and
 *       the mark is moved down as many rows as the bounds have binary digits more than n. Where a bound has products of
 *       sizes, signs are read in the last row.
 *   <li><em>Examples</em> move up one row when control calls the next one; a front that starts at control and runs right
 *       and down does that, and it makes variables of the routine initial again.
 *   <li><em>The label</em> of an example comes up with its bits in every column up to the label's own, so that a routine
 *       which never changes it need not fetch it.
 *   <li><em>Matrices</em> have row k in the image's row k. A row is copied to a buffer in row 0 and back.
 *   <li><em>Other arrays</em>, of more dimensions, or of wide integers in two, become matrices and vectors first, with
 *       indices that are computed: {@link dev.pupil.compiler.lower.rewrite.Flattening} sees to that.
 *   <li><em>Waves</em> do what a loop over rows does where its rows don't need each other: control starts one and goes on
 *       at once; it runs along row 0 and down all columns, works on each row of a matrix as it comes by, and takes along
 *       what it needs: values of registers in every pixel, vectors down the columns, and what its rounds hand on along the
 *       rows. Elements of a vector can run along the rows with their numbers, for which they come to column 0 down the
 *       diagonals. {@link dev.pupil.compiler.lower.sweep.NestLowering} finds out whether a loop is one. Everything that control
 *       sends later runs to the right and down behind it, so that nothing ever comes too early.
 *   <li><em>Markers</em> find the column, or row, whose number is in the accumulator: one is taken away in every step, and
 *       each time the result is not negative a token moves the marker on. A marker whose number only becomes one more,
 *       because it is that of a loop's variable or of a variable that counts, is moved on by one token then.
 * </ul>
 *
 * <p>A loop is a scan if {@link dev.pupil.compiler.lower.processor.schedule.ScanFitness} finds that each round needs its own column only;
 * else a wide integer counts it. Loops are as long as they can be for the sizes, and rounds outside their bounds have no
 * effect.
 *
 * <p>What this can't do in O(m + d): a matrix with a row an example is read one row at a time, and each row takes 2e + 2
 * steps to come, because control does not know where it is. So a loop over all of them takes O(m) steps a round and O(m²)
 * in all, as nearest neighbours do; storing an example takes a constant number of steps.
 *
 * <h2>The time table</h2>
 *
 * <p>H rows, w columns; signs are read in row s. A matrix with d or d + 1 rows ends in row e, which is where a diagonal from
 * the label's column, or the next, comes to column 0; for other matrices e is H − 1. The learner starts in row r, column c at step 3 + m + d + r + c, and control is at its first
 * instruction a step later. An instruction that is entered at step t sends at t, and the next is entered
 *
 * <ul>
 *   <li>Compute, Arithmetic, Advance, SaveRow, Wave, NextExample, Answer: at t + 1;
 *   <li>Scan: the head is in column c at t + c, turns at t + w − 1, is back at t + 2w − 2; next at t + 2w − 1. A scan to
 *       the right that adds nothing, and whose registers nobody reads, has no way back: next at t + 1, and whatever
 *       follows comes to each column after it ({@link dev.pupil.compiler.lower.processor.schedule.Waiting}). The same for PutElement;
 *   <li>a sign: the order is in row b at t + b, the reply starts in row s at t + s + 1 and is with control at t + 2s + 1;
 *       next at t + 2s + 2. Measure waits for a reply of row H − 1 in the same way, MarkRow and LoadRow for one of row e;
 *   <li>LoadRow, from row r: the order is in row r at t + r, runs along it and is in column c at t + r + 1 + c; the value
 *       is in row 0 at t + 2r + c + 2 and in the buffer a step later. As r ≤ e − 1, that is before a head which starts when
 *       the reply has come, at t + 2e + 2, comes by. The order ends in row e, so that a row which a condition has ruled
 *       out, and which is not the matrix's, does not come when nobody expects it;
 *   <li>SaveRow, to row r: a wave along row 0 is in column c at t + c and sends the buffer down, which is in row r at
 *       t + r + c + 1, just as the order that runs along row r is;
 *   <li>Wave: it is in row r, column c at t + r + c and changes the matrices there by the next step; vectors are a step
 *       ahead of it, so that what changes column c of row 0 must be there at t + c − 1, and what has been saved to row r
 *       at t + r + c. An element that runs along its row leaves column r of row 0 at t − 1 and is in row r, column 0 with
 *       the wave, at t + r, so that all columns must be there at t − 1;
 *   <li>an addend that is sent at t is an operand in row b at t + b + 1 and added at t + b + 2, so that orders which need
 *       the sum are sent at t + 2 or later;
 *   <li>MarkColumn: signs are asked for in every step of a scan's time, w columns need w of them; MarkRow asks for 2e + 2,
 *       e rows need e of them. Settle waits for the last reply, 2s + 1 after.
 * </ul>
 *
 * {@link dev.pupil.compiler.lower.processor.instruction.Ending} has the ends of these, and {@link
 * dev.pupil.compiler.lower.processor.instruction.Schedule} adds them up. {@link dev.pupil.compiler.lower.processor.schedule.Fusion} makes one scan
 * of several where it can, and {@link dev.pupil.compiler.lower.processor.schedule.Stalls} inserts the steps in which control only waits.
 */
@NullMarked
package dev.pupil.compiler.lower.processor;

import org.jspecify.annotations.NullMarked;
