package dev.pupil.compiler.lower.processor.cells;

import static dev.pupil.compiler.lower.prelude.Names.inside;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Trip;
import dev.pupil.compiler.lower.processor.instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;

/**
 * Vectors of wide integers, and how their elements come to the accumulator and back.
 *
 * <p>The head comes by an element's column at step t and leaves an order there, which is in row b at t + b + 1. To be
 * added, the bit goes left from there and arrives in column 0 as late as the order that stays with the carry wants it. To
 * be put, the bit of the accumulator has left column 0 when the head did, b steps later in row b, and arrives with the
 * order.
 */
final class ElementFields {
    private final RegisterFile registerFile;
    private final Trips trips;
    private final Orders orders;

    ElementFields(RegisterFile registerFile, Trips trips, Orders orders) {
        this.registerFile = registerFile;
        this.trips = trips;
        this.orders = orders;
    }

    ImmutableList<Field> fields() {
        if (registerFile.numberVectors().isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        fields.add(columnOrder(), leftwards(), rightwards());
        for (Register vector : registerFile.numberVectors()) {
            fields.add(vector(vector));
        }
        return fields.build();
    }

    private Field columnOrder() {
        Term left = Terms.constant(0);
        for (Trip trip : trips.trips()) {
            if (trip instanceof Instruction.AddElement add) {
                Term isHere = Terms.and(trips.is(trip), add.place());
                left = Terms.choice(isHere, adding(add.vector()), left);
            } else if (trip instanceof Instruction.PutElement put) {
                Term isHere = Terms.and(trips.is(trip), put.place(), put.when());
                left = Terms.choice(isHere, putting(put.vector()), left);
            }
        }
        return Fields.number(
                SequenceNames.COLUMN_ORDER,
                "an order to an element on its way down",
                2 * registerFile.numberVectors().size(),
                Terms.choice(inside(Offset.UP), Terms.read(SequenceNames.COLUMN_ORDER, Offset.UP), left));
    }

    private Term adding(String vector) {
        return Terms.constant(2 * position(vector) + 1);
    }

    private Term putting(String vector) {
        return Terms.constant(2 * position(vector) + 2);
    }

    private int position(String vector) {
        return registerFile.numberVectors().stream()
                .map(Register::field)
                .toList()
                .indexOf(vector);
    }

    private static Term isOrder(Term number) {
        return Terms.equal(Terms.read(SequenceNames.COLUMN_ORDER), number);
    }

    private Field leftwards() {
        Term next = Terms.read(SequenceNames.LEFTWARDS, Offset.RIGHT);
        for (Register vector : registerFile.numberVectors()) {
            next = Terms.choice(isOrder(adding(vector.field())), Terms.read(vector.field()), next);
        }
        return Fields.bit(SequenceNames.LEFTWARDS, "an element's bit on its way to the accumulator", next);
    }

    private Field rightwards() {
        Term next = Terms.choice(
                orders.is(Order.Signal.SEND),
                Terms.read(SequenceNames.ACCUMULATOR),
                Terms.read(SequenceNames.RIGHTWARDS, Offset.LEFT));
        return Fields.bit(SequenceNames.RIGHTWARDS, "the accumulator's bit on its way to an element", next);
    }

    private Field vector(Register vector) {
        Term next = Terms.choice(
                isOrder(putting(vector.field())), Terms.read(SequenceNames.RIGHTWARDS), Terms.read(vector.field()));
        if (!vector.lasting()) {
            next = Terms.and(Terms.not(Terms.read(SequenceNames.CALL)), next);
        }
        return Fields.of(vector, next);
    }
}
