package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Statement;
import java.util.Optional;

/**
 * What a schedule has control, the pixel in row 0 and column 0, do at a time. An instruction answers for itself: what it has
 * to do with fields, how it ends, what it sends, what it needs of those before it, how it is written. What cells do about it
 * is in {@link dev.pupil.compiler.lower.processor.cells}.
 */
public sealed interface Instruction extends Action {

    /** What it has to do with fields, wherever they are in the image. */
    Effects effects();

    /**
     * Values, over registers, that control sends as it comes to it: that is the last step of the instruction before, so that
     * what that one gives to registers is not there yet.
     */
    default ImmutableList<Term> sent() {
        return ImmutableList.of();
    }

    /** Whether it ends before its addend is in the accumulator (time table, addend: a step later than the next order). */
    default boolean leavesAddend() {
        return false;
    }

    /** Writes it down. */
    void print(Listing listing);

    /** What sends the head along row 0. */
    sealed interface Trip extends Instruction {
        @Override
        default Ending ending() {
            return Ending.HEAD_IS_BACK;
        }

        /** What the head does, without what it does it for. */
        default Trip errand() {
            return this;
        }
    }

    /** Gives registers new values, terms over registers, all at once. */
    record Compute(ImmutableMap<String, Term> updates) implements Instruction {
        @Override
        public Effects effects() {
            return Effects.assigning(updates).setting(updates.keySet());
        }

        @Override
        public void print(Listing listing) {
            listing.text(updates.isEmpty() ? "wait" : "compute").assignments(updates);
        }
    }

    /**
     * Sends the head to the last column and back.
     *
     * @param direction on which of its two ways the head does something
     * @param body what it does at every column as it comes by
     * @param sum what it adds to the accumulator there; only on the way to the right
     * @param isAwaited whether control waits for it; else it does not come back
     * @param loops the program's loops that become this scan
     */
    record Scan(
            Direction direction,
            SweepBody body,
            Optional<Term> sum,
            boolean isAwaited,
            ImmutableList<Statement.For> loops)
            implements Trip {

        /** A scan to the right that is no loop. */
        public static Scan of(ImmutableMap<String, Term> registers, ImmutableMap<String, Term> cells) {
            return new Scan(
                    Direction.RIGHT, new SweepBody(registers, cells), Optional.empty(), true, ImmutableList.of());
        }

        /** A scan to the right that only adds. */
        public static Scan adding(Term sum) {
            return new Scan(
                    Direction.RIGHT,
                    new SweepBody(ImmutableMap.of(), ImmutableMap.of()),
                    Optional.of(sum),
                    true,
                    ImmutableList.of());
        }

        public Scan awaited(boolean awaited) {
            return new Scan(direction, body, sum, awaited, loops);
        }

        @Override
        public Scan errand() {
            return new Scan(direction, body, sum, isAwaited, ImmutableList.of());
        }

        @Override
        public Effects effects() {
            Effects effects = body.effects();
            return sum.map(term -> effects.and(Effects.ACCUMULATING).reading(term))
                    .orElse(effects);
        }

        @Override
        public Ending ending() {
            return isAwaited ? Ending.HEAD_IS_BACK : Ending.AT_ONCE;
        }

        @Override
        public void print(Listing listing) {
            listing.text("scan to the " + direction.keyword() + (isAwaited ? "" : ", and go on"))
                    .assignments(body.carried())
                    .assignments(body.cells());
            sum.ifPresent(term -> listing.detail("accumulator += ").term(term));
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
    record Arithmetic(Order.Operation order, Optional<String> addend, Term small, Term when) implements Instruction {
        public static Arithmetic of(Order.Operation order) {
            return new Arithmetic(order, Optional.empty(), Terms.constant(0), Terms.TRUE);
        }

        public static Arithmetic addition(Term small, Term when) {
            return new Arithmetic(new Order.None(), Optional.empty(), small, when);
        }

        public static Arithmetic addition(String number, Term when) {
            return new Arithmetic(new Order.None(), Optional.of(number), Terms.constant(0), when);
        }

        @Override
        public Effects effects() {
            Effects effects = Effects.ACCUMULATING.reading(small).reading(when);
            Effects adding = addend.map(effects::reading).orElse(effects);
            return order.target().map(adding::writing).orElse(adding);
        }

        @Override
        public ImmutableList<Term> sent() {
            return ImmutableList.of(small, when);
        }

        @Override
        public boolean leavesAddend() {
            return addend.isPresent() || !small.equals(Terms.constant(0));
        }

        @Override
        public void print(Listing listing) {
            listing.when(when).text(order.text());
            addend.ifPresent(number -> listing.text("accumulator += " + number));
            if (!small.equals(Terms.constant(0))) {
                listing.text("accumulator += ").term(small);
            }
        }
    }

    /** Waits until the accumulator's sign is known, and gives a register 1 if it is negative, else 0. */
    record Test(String register) implements Instruction {
        @Override
        public Effects effects() {
            return Effects.NONE.reading(SequenceNames.ACCUMULATOR).setting(ImmutableSet.of(register));
        }

        @Override
        public Order order() {
            return Order.Signal.SIGN;
        }

        @Override
        public void print(Listing listing) {
            listing.text(register + " = accumulator is negative");
        }
    }

    /** What takes one from the accumulator, and asks for its sign, in every step: each sign that is 0 moves a marker on. */
    sealed interface Mark extends Instruction {
        /** The marker that is set to the accumulator's value, which is lost; a {@link Settle} must follow. */
        String marker();

        @Override
        default Effects effects() {
            return Effects.ACCUMULATING.writing(marker());
        }
    }

    /** Marks the column whose number is in the accumulator; no column if there is none. */
    record MarkColumn(String marker) implements Mark, Trip {
        @Override
        public Order order() {
            return Order.Signal.SIGN;
        }

        @Override
        public void print(Listing listing) {
            listing.text("mark column accumulator: " + marker);
        }
    }

    /** The same for a row, which is above the one that {@code reach} leads to. */
    record MarkRow(String marker, Reach reach) implements Mark {
        @Override
        public Order order() {
            return new Order.Find(reach);
        }

        @Override
        public void print(Listing listing) {
            listing.text("mark row accumulator: " + marker);
        }
    }

    /** Waits until a marker is where it belongs. */
    record Settle(String marker) implements Instruction {
        @Override
        public Effects effects() {
            return Effects.ACCUMULATING.writing(marker);
        }

        @Override
        public Ending ending() {
            return Ending.LAST_SIGN;
        }

        @Override
        public void print(Listing listing) {
            listing.text("settle " + marker);
        }
    }

    /** Moves a marker to the next column, or row, where {@code when}, over registers, is 1. */
    record Advance(String marker, Term when) implements Instruction {
        @Override
        public Effects effects() {
            return Effects.NONE.reading(when).reading(marker).writing(marker);
        }

        @Override
        public ImmutableList<Term> sent() {
            return ImmutableList.of(when);
        }

        @Override
        public void print(Listing listing) {
            listing.text("advance " + marker + " when ").term(when);
        }
    }

    /** Adds the element of a vector of wide integers that is in the column where {@code place} is 1. */
    record AddElement(String vector, Term place) implements Trip {
        @Override
        public Effects effects() {
            return Effects.ACCUMULATING.reading(place).reading(vector);
        }

        @Override
        public boolean leavesAddend() {
            return true;
        }

        @Override
        public void print(Listing listing) {
            listing.text("accumulator += " + vector + " where ").term(place);
        }
    }

    /** Gives that element the accumulator's value, where {@code when}, over registers, is 1. */
    record PutElement(String vector, Term place, Term when) implements Trip {
        @Override
        public Effects effects() {
            return Effects.NONE
                    .reading(SequenceNames.ACCUMULATOR)
                    .reading(place)
                    .reading(when)
                    .writing(vector);
        }

        @Override
        public Ending ending() {
            return Ending.AT_ONCE;
        }

        @Override
        public Order order() {
            return Order.Signal.SEND;
        }

        @Override
        public void print(Listing listing) {
            listing.text(vector + " = accumulator where ").term(Terms.and(place, when));
        }
    }

    /** Copies the marked row of a matrix to a buffer, if it is above the one that {@code reach} leads to. */
    record LoadRow(RegisterFile.Buffer buffer, String marker, Reach reach) implements Instruction {
        @Override
        public Effects effects() {
            return Effects.NONE.reading(marker).reading(buffer.matrix().field()).writing(buffer.field());
        }

        @Override
        public Order order() {
            return new Order.Load(buffer, marker, reach);
        }

        @Override
        public void print(Listing listing) {
            listing.text("load %s from row %s".formatted(buffer.field(), marker));
        }
    }

    /** Copies a buffer to the marked row of its matrix. */
    record SaveRow(RegisterFile.Buffer buffer, String marker) implements Instruction {
        @Override
        public Effects effects() {
            return Effects.NONE
                    .reading(marker)
                    .reading(buffer.field())
                    .writing(buffer.matrix().field());
        }

        @Override
        public Order order() {
            return new Order.Save(buffer, marker);
        }

        @Override
        public void print(Listing listing) {
            listing.text("save %s to row %s".formatted(buffer.field(), marker));
        }
    }

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
            SweepBody body,
            ImmutableMap<String, Term> given,
            ImmutableSet<String> vectors,
            boolean isTurning,
            Term when,
            Statement.For loop)
            implements Instruction {
        @Override
        public Effects effects() {
            Effects effects = body.effects().and(Effects.assigning(given)).reading(when);
            for (String vector : vectors) {
                effects = effects.reading(vector);
            }
            return effects;
        }

        @Override
        public ImmutableList<Term> sent() {
            return ImmutableList.<Term>builder()
                    .add(when)
                    .addAll(given.values())
                    .build();
        }

        @Override
        public void print(Listing listing) {
            listing.when(when).text("wave to the right in every row with").assignments(given);
            listing.line("that does").assignments(body.carried()).assignments(body.cells());
        }
    }

    /** Makes the row below the highest 1 of the accumulator, which is positive, the one in which signs are read. */
    record Measure() implements Instruction {
        @Override
        public Effects effects() {
            return Effects.NONE.reading(SequenceNames.ACCUMULATOR);
        }

        @Override
        public Order order() {
            return Order.Signal.MEASURE;
        }

        @Override
        public void print(Listing listing) {
            listing.text("measure accumulator");
        }
    }

    /** Adds m, while no example has been called yet, to the accumulator. */
    record CountExamples() implements Instruction {
        @Override
        public Effects effects() {
            return Effects.ACCUMULATING;
        }

        @Override
        public Order order() {
            return Order.Signal.COUNT;
        }

        @Override
        public void print(Listing listing) {
            listing.text("accumulator += m");
        }
    }

    /** Gives the prediction. */
    record Answer(Term value) implements Instruction {
        @Override
        public Effects effects() {
            return Effects.NONE.reading(value);
        }

        @Override
        public ImmutableList<Term> sent() {
            return ImmutableList.of(value);
        }

        @Override
        public void print(Listing listing) {
            listing.text("answer = ").term(value);
        }
    }
}
