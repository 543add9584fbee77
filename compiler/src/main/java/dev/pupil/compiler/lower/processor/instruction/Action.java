package dev.pupil.compiler.lower.processor.instruction;

/** What control is at: an instruction of a schedule, or what it does between them by itself. */
public sealed interface Action permits Instruction, Action.AwaitSign, Action.Look, Action.NextExample {

    /** The order that control sends down column 0 as it comes to it. */
    default Order order() {
        return new Order.None();
    }

    /** How it ends, and when: with the reply to its order, if there is one. */
    default Ending ending() {
        return order().ending();
    }

    /** Waits for the accumulator's sign, on which a loop's next round depends. */
    record AwaitSign() implements Action {
        @Override
        public Order order() {
            return Order.Signal.SIGN;
        }
    }

    /** Looks at what is in row 0, an example or the query. */
    record Look() implements Action {}

    /** Calls the next example into row 0, and makes what does not last initial again. */
    record NextExample() implements Action {
        @Override
        public Order order() {
            return Order.Signal.FORGET;
        }
    }
}
