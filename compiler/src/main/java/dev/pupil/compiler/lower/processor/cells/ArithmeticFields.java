package dev.pupil.compiler.lower.processor.cells;

import static dev.pupil.compiler.lower.prelude.Names.inside;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Action;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.program.Expression.BinaryOperator;

/**
 * Column 0 as an accumulator of wide integers in two's complement, bit b in row b. Orders and addends run down from
 * control, one row a step, and the carry with them, so that a row has nothing to wait for: an addend that is sent in a
 * step is in the accumulator two steps later, as far as whatever is sent then can see. Small values run down shifted by
 * one bit a row; they come from control, or from the head, along row 0.
 */
final class ArithmeticFields {
    private final RegisterFile registerFile;
    private final Control control;
    private final Trips trips;
    private final Orders orders;
    private final ReplyFields replies;
    private final int smallBits;

    /**
     * The accumulator's fields.
     *
     * @param smallBits small values are in −2^{@code smallBits} … 2^{@code smallBits} − 1
     */
    ArithmeticFields(
            RegisterFile registerFile,
            Control control,
            Trips trips,
            Orders orders,
            ReplyFields replies,
            int smallBits) {
        this.registerFile = registerFile;
        this.control = control;
        this.trips = trips;
        this.orders = orders;
        this.replies = replies;
        this.smallBits = smallBits;
    }

    ImmutableList<Field> fields() {
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        fields.add(order(), addend(), small(), Fields.bit(SequenceNames.OPERAND, "the bit to add", operand()));
        fields.add(Fields.bit(SequenceNames.ACCUMULATOR, "the accumulator's bit", accumulator()));
        fields.add(Fields.bit(SequenceNames.OVERFLOW, "what is carried to the next row", overflow()));
        for (Register number : registerFile.numbers()) {
            fields.add(Fields.of(number, number(number)));
        }
        return fields.build();
    }

    /** Time table, a sign: an order that is sent at t is in row b at t + b, unless its way ends above. */
    private Field order() {
        Term above =
                Terms.choice(replies.isTaken(Offset.UP), Terms.constant(0), Terms.read(SequenceNames.ORDER, Offset.UP));
        Term next = Terms.choice(
                inside(Offset.UP), above, control.sent(orders::entering, orders::staying, Terms.constant(0)));
        return Fields.number(
                SequenceNames.ORDER, "an order on its way down", orders.orders().size(), next);
    }

    /** Time table, an addend: sent at t, it is in row b at t + b, as an order is. */
    private Field addend() {
        Term next = Terms.choice(
                inside(Offset.UP),
                Terms.read(SequenceNames.ADDEND, Offset.UP),
                control.sent(this::addend, Terms.constant(0)));
        return Fields.number(
                SequenceNames.ADDEND,
                "which number is to be added",
                registerFile.numbers().size(),
                next);
    }

    private Term addend(Action action) {
        if (action instanceof Instruction.Arithmetic arithmetic
                && arithmetic.addend().isPresent()) {
            return Terms.choice(
                    arithmetic.when(),
                    Terms.constant(position(arithmetic.addend().get())),
                    Terms.constant(0));
        }
        return Terms.constant(0);
    }

    private int position(String number) {
        for (int i = 0; i < registerFile.numbers().size(); i++) {
            if (registerFile.numbers().get(i).field().equals(number)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no number " + number);
    }

    /**
     * Time table, an addend: what is left of a value that is sent at t is in row b at t + b. What the head leaves in column
     * c at t + c goes back to column 0 first, and is there at t + 2c + 1, one column's after the other.
     */
    private Field small() {
        Term fromRight = Terms.read(SequenceNames.SMALL, Offset.RIGHT);
        Term sent =
                control.sent(action -> entering(action, fromRight), action -> staying(action, fromRight), fromRight);
        Term inRowZero = trips.onWayOut(Offset.CENTER, scan -> scan.sum().orElse(sent), sent);
        Term below = Terms.choice(inside(Offset.LEFT), Terms.constant(0), half());
        return new Field(
                SequenceNames.SMALL,
                "a small value to be added, on its way",
                -(1 << smallBits),
                (1 << smallBits) - 1,
                0,
                Terms.choice(inside(Offset.UP), below, inRowZero),
                SequenceNames.ORIGIN);
    }

    private static Term entering(Action action, Term none) {
        if (action instanceof Instruction.Arithmetic arithmetic
                && !arithmetic.small().equals(Terms.constant(0))) {
            return Terms.choice(arithmetic.when(), arithmetic.small(), Terms.constant(0));
        }
        return staying(action, none);
    }

    private static Term staying(Action action, Term none) {
        if (action instanceof Instruction.Mark) {
            return Terms.constant(-1);
        }
        return action instanceof Instruction.CountExamples ? Terms.read(SequenceNames.COUNT) : none;
    }

    /** Half of the value above, rounded down: what is left of it after its lowest bit. */
    private Term half() {
        Term above = Terms.read(SequenceNames.SMALL, Offset.UP);
        Term half = Terms.constant(0);
        for (int value = -(1 << smallBits); value < 1 << smallBits; value++) {
            if (value >> 1 != 0) {
                half = Terms.choice(Terms.equal(above, Terms.constant(value)), Terms.constant(value >> 1), half);
            }
        }
        return half;
    }

    private Term isOdd() {
        Term odd = Terms.FALSE;
        for (int value = -(1 << smallBits); value < 1 << smallBits; value++) {
            if ((value & 1) == 1) {
                odd = Terms.or(odd, Terms.equal(Terms.read(SequenceNames.SMALL), Terms.constant(value)));
            }
        }
        return odd;
    }

    /** Time table, an addend: sent at t, its bit b is here at t + b + 1. */
    private Term operand() {
        Term operand = isOdd();
        for (Register number : registerFile.numbers()) {
            Term chosen = Terms.equal(Terms.read(SequenceNames.ADDEND), Terms.constant(position(number.field())));
            operand = Terms.choice(chosen, Terms.read(number.field()), operand);
        }
        if (!registerFile.numberVectors().isEmpty()) {
            operand = Terms.or(operand, Terms.read(SequenceNames.LEFTWARDS));
        }
        return Terms.and(outside(Offset.LEFT), operand);
    }

    private static final Term BIT = Terms.read(SequenceNames.ACCUMULATOR);
    private static final Term ADDED = Terms.read(SequenceNames.OPERAND);
    private static final Term CARRIED = Terms.read(SequenceNames.OVERFLOW, Offset.UP);

    /** Time table, an addend: sent at t, it is added in row b at t + b + 2, which is what an order sent at t + 2 finds. */
    private Term accumulator() {
        Term sum = Terms.xor(Terms.xor(BIT, ADDED), CARRIED);
        return Terms.choice(
                orders.is(new Order.Clear()),
                Terms.FALSE,
                Terms.choice(orders.is(new Order.Complement()), Terms.not(BIT), sum));
    }

    private static Term overflow() {
        Term two = Terms.binary(BinaryOperator.ADD, BIT, Terms.binary(BinaryOperator.ADD, ADDED, CARRIED));
        return Terms.binary(BinaryOperator.GREATER_OR_EQUAL, two, Terms.constant(2));
    }

    private Term number(Register number) {
        Term kept = Terms.choice(orders.is(new Order.Put(number.field())), BIT, Terms.read(number.field()));
        return number.lasting() ? kept : Terms.and(Terms.not(orders.is(Order.Signal.FORGET)), kept);
    }
}
