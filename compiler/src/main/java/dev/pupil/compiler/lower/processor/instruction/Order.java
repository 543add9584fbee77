package dev.pupil.compiler.lower.processor.instruction;

import java.util.Optional;

/** What runs down column 0 from control, one row a step: time table, a sign: the order is in row b at t + b. */
public sealed interface Order {

    /** How an action ends that waits for the reply, if there is one. */
    default Ending ending() {
        return Ending.AT_ONCE;
    }

    /** Whether it must find all earlier addends in the accumulator. */
    default boolean needsSum() {
        return false;
    }

    /** Orders that are the same for all programs. */
    enum Signal implements Order {
        /** Sends the accumulator's sign up. */
        SIGN,
        /** Has the row below the accumulator's highest 1 found. */
        MEASURE,
        /** Counts the examples. */
        COUNT,
        /** What does not last becomes initial. */
        FORGET,
        /** The accumulator's value is sent to the right, along the rows. */
        SEND;

        @Override
        public Ending ending() {
            return switch (this) {
                case SIGN -> Ending.SIGN;
                case MEASURE -> Ending.LAST_ROW;
                case COUNT -> Ending.QUERY_ROW;
                case FORGET, SEND -> Ending.AT_ONCE;
            };
        }

        @Override
        public boolean needsSum() {
            return switch (this) {
                case SIGN, MEASURE, SEND -> true;
                case COUNT, FORGET -> false;
            };
        }
    }

    /** Sends the accumulator's sign up, and a reply from a row below matrices. */
    record Find(Reach reach) implements Order {
        @Override
        public Ending ending() {
            return Ending.row(reach);
        }
    }

    /** Copies the marked row of a matrix to a buffer. */
    record Load(RegisterFile.Buffer buffer, String marker, Reach reach) implements Order {
        @Override
        public Ending ending() {
            return Ending.row(reach);
        }
    }

    /** Copies a buffer to the marked row of its matrix. */
    record Save(RegisterFile.Buffer buffer, String marker) implements Order {}

    /** What an {@link Instruction.Arithmetic} has done to the accumulator, or to what else is in column 0. */
    sealed interface Operation extends Order {
        @Override
        default boolean needsSum() {
            return !(this instanceof None || this instanceof Unmark);
        }

        /** The field that changes beside the accumulator, if one does. */
        default Optional<String> target() {
            return this instanceof Put put
                    ? Optional.of(put.number())
                    : this instanceof Unmark unmark ? Optional.of(unmark.marker()) : Optional.empty();
        }

        /** How it is written before what is added; empty for nothing. */
        default String text() {
            return switch (this) {
                case None none -> "";
                case Clear clear -> "accumulator = 0 ";
                case Complement complement -> "accumulator = -accumulator - 1 ";
                case Put put -> put.number() + " = accumulator ";
                case Deepen deepen -> "signs one row further down ";
                case Unmark unmark -> unmark.marker() + " to row 0 ";
            };
        }
    }

    /** Nothing. */
    record None() implements Operation {}

    /** The accumulator becomes 0. */
    record Clear() implements Operation {}

    /** The accumulator a becomes −a − 1. */
    record Complement() implements Operation {}

    /** A number takes the accumulator's value. */
    record Put(String number) implements Operation {}

    /** Signs are read one row further down. */
    record Deepen() implements Operation {}

    /** A row marker goes to row 0. */
    record Unmark(String marker) implements Operation {}
}
