package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.program.Statement;
import java.util.Optional;

/**
 * What control, the pixel in row 0 and column 0, does at a time. How long it takes depends on the image's size only;
 * {@link Durations} has the table.
 */
public sealed interface Instruction {

    /** Gives registers new values, terms over registers, all at once. */
    record Compute(ImmutableMap<String, Term> updates) implements Instruction {}

    /**
     * Sends the head to the last column and back.
     *
     * @param body what it does
     * @param isAwaited whether control waits for it; else it does not come back
     * @param loops the program's loops that become this scan
     */
    record Scan(ScanBody body, boolean isAwaited, ImmutableList<Statement.For> loops) implements Instruction {
        public static Scan of(ScanBody body) {
            return new Scan(body, true, ImmutableList.of());
        }

        public Scan awaited(boolean awaited) {
            return new Scan(body, awaited, loops);
        }
    }

    /**
     * Sends orders down the accumulator's column; each row obeys as they come by.
     *
     * @param order what to do with the accumulator
     * @param addend the number to add, empty for none
     * @param small a small value to add, 0 if a number is added
     * @param when the orders are given where this is 1
     */
    record Arithmetic(Order order, Optional<String> addend, Term small, Term when) implements Instruction {
        public static Arithmetic of(Order order) {
            return new Arithmetic(order, Optional.empty(), Terms.constant(0), Terms.TRUE);
        }

        public static Arithmetic addition(Term small, Term when) {
            return new Arithmetic(new Order.None(), Optional.empty(), small, when);
        }

        public static Arithmetic addition(String number, Term when) {
            return new Arithmetic(new Order.None(), Optional.of(number), Terms.constant(0), when);
        }
    }

    /** Waits until the accumulator's sign is known, and gives a register 1 if it is negative, else 0. */
    record Test(String register) implements Instruction {}

    /**
     * Marks the column whose number is in the accumulator, which loses its value; no column if there is none. A
     * {@link Settle} must follow.
     */
    record MarkColumn(String marker) implements Instruction {}

    /** The same for a row, which is above the one that {@code reach} leads to. */
    record MarkRow(String marker, Reach reach) implements Instruction {}

    /** Waits until a marker is where it belongs. */
    record Settle(String marker, boolean isRow) implements Instruction {}

    /** Moves a marker to the next column, or row, where {@code when}, over registers, is 1. */
    record Advance(String marker, Term when) implements Instruction {}

    /** Adds the element of a vector of wide integers that is in the column where {@code place} is 1. */
    record AddElement(String vector, Term place) implements Instruction {}

    /** Gives that element the accumulator's value, where {@code when}, over registers, is 1. */
    record PutElement(String vector, Term place, Term when) implements Instruction {}

    /** Copies the marked row of a matrix to a buffer, if it is above the one that {@code reach} leads to. */
    record LoadRow(RegisterFile.Buffer buffer, String marker, Reach reach) implements Instruction {}

    /** Copies a buffer to the marked row of its matrix. */
    record SaveRow(RegisterFile.Buffer buffer, String marker) implements Instruction {}

    /**
     * Starts a wave that runs to the right along row 0 and down every column up to the label's: it is in row r, column c
     * r + c steps later. Nobody waits for it.
     *
     * @param body what it does at every pixel
     * @param given what it brings along: values of lanes, terms over registers
     * @param vectors names of the fields of row 0 whose elements it takes along
     * @param isTurning whether elements run along their rows, so that all of row 0 must be there when it starts
     * @param when it starts where this is 1
     * @param loop the program's loop that becomes this wave, with those in it
     */
    record Wave(
            WaveBody body,
            ImmutableMap<String, Term> given,
            ImmutableSet<String> vectors,
            boolean isTurning,
            Term when,
            Statement.For loop)
            implements Instruction {}

    /** Makes the row below the highest 1 of the accumulator, which is positive, the one in which signs are read. */
    record Measure() implements Instruction {}

    /** Adds m, while no example has been called yet, to the accumulator. */
    record CountExamples() implements Instruction {}

    /** Calls the next example into row 0, and makes what does not last initial again. */
    record NextExample() implements Instruction {}

    /** Gives the prediction. */
    record Answer(Term value) implements Instruction {}

    /** An order to the accumulator's column. */
    sealed interface Order {
        /** Nothing. */
        record None() implements Order {}

        /** The accumulator becomes 0. */
        record Clear() implements Order {}

        /** The accumulator a becomes −a − 1. */
        record Complement() implements Order {}

        /** A number takes the accumulator's value. */
        record Put(String number) implements Order {}

        /** Signs are read one row further down. */
        record Deepen() implements Order {}

        /** A row marker goes to row 0. */
        record Unmark(String marker) implements Order {}
    }
}
