package dev.pupil.compiler.lower.processor.cells;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.cells.Control.Action;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Reach;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;

/**
 * The numbers of the orders that run down column 0.
 *
 * @param orders all that are given; the first one's number is 1
 */
record Orders(ImmutableList<Object> orders) {
    /** Orders that are not the accumulator's. */
    enum Other {
        /** Sends the accumulator's sign up. */
        TEST,
        /** Has the row below the accumulator's highest 1 found. */
        MEASURE,
        /** InductionVariables the examples. */
        COUNT,
        /** What does not last becomes initial. */
        FORGET,
        /** The accumulator's value is sent to the right, along the rows. */
        SEND
    }

    /** Sends the accumulator's sign up, and a reply from a row below matrices. */
    record Find(Reach reach) {}

    /** All orders that the given actions send. */
    static Orders of(Iterable<Action> actions, boolean hasNumbers) {
        ImmutableSet.Builder<Object> orders = ImmutableSet.builder();
        for (Action action : actions) {
            switch (action) {
                case Action.AwaitSign wait -> orders.add(Other.TEST);
                case Action.Look look -> {}
                case Action.Do todo -> {
                    switch (todo.instruction()) {
                        case Instruction.Arithmetic arithmetic -> {
                            if (!(arithmetic.order() instanceof Order.None)) {
                                orders.add(arithmetic.order());
                            }
                        }
                        case Instruction.Test test -> orders.add(Other.TEST);
                        case Instruction.MarkColumn mark -> orders.add(Other.TEST);
                        case Instruction.MarkRow mark -> orders.add(new Find(mark.reach()), Other.TEST);
                        case Instruction.Measure measure -> orders.add(Other.MEASURE);
                        case Instruction.PutElement put -> orders.add(Other.SEND);
                        case Instruction.AddElement add -> {}
                        case Instruction.Advance advance -> {}
                        case Instruction.LoadRow load -> orders.add(load);
                        case Instruction.SaveRow save -> orders.add(save);
                        case Instruction.CountExamples count -> orders.add(Other.COUNT);
                        case Instruction.NextExample next -> {
                            if (hasNumbers) {
                                orders.add(Other.FORGET);
                            }
                        }
                        case Instruction.Compute compute -> {}
                        case Instruction.Wave wave -> {}
                        case Instruction.Scan scan -> {}
                        case Instruction.Settle settle -> {}
                        case Instruction.Answer answer -> {}
                    }
                }
            }
        }
        return new Orders(orders.build().asList());
    }

    /** What control sends as it enters an action. */
    Term entering(Action action) {
        return switch (action) {
            case Action.AwaitSign wait -> number(Other.TEST);
            case Action.Look look -> Terms.constant(0);
            case Action.Do todo ->
                switch (todo.instruction()) {
                    case Instruction.Arithmetic arithmetic ->
                        Terms.choice(arithmetic.when(), number(arithmetic.order()), Terms.constant(0));
                    case Instruction.Test test -> number(Other.TEST);
                    case Instruction.MarkColumn mark -> number(Other.TEST);
                    case Instruction.MarkRow mark -> number(new Find(mark.reach()));
                    case Instruction.Measure measure -> number(Other.MEASURE);
                    case Instruction.PutElement put -> number(Other.SEND);
                    case Instruction.AddElement add -> Terms.constant(0);
                    case Instruction.Advance advance -> Terms.constant(0);
                    case Instruction.LoadRow load -> number(load);
                    case Instruction.SaveRow save -> number(save);
                    case Instruction.CountExamples count -> number(Other.COUNT);
                    case Instruction.NextExample next -> number(Other.FORGET);
                    case Instruction.Compute compute -> Terms.constant(0);
                    case Instruction.Wave wave -> Terms.constant(0);
                    case Instruction.Scan scan -> Terms.constant(0);
                    case Instruction.Settle settle -> Terms.constant(0);
                    case Instruction.Answer answer -> Terms.constant(0);
                };
        };
    }

    /** What control sends as it stays in an action: whether the accumulator is still at least 0, again and again. */
    Term staying(Action action) {
        return isMarking(action) ? number(Other.TEST) : Terms.constant(0);
    }

    /** Whether the action takes one from the accumulator, and looks at its sign, in every step. */
    static boolean isMarking(Action action) {
        return action instanceof Action.Do todo
                && (todo.instruction() instanceof Instruction.MarkColumn
                        || todo.instruction() instanceof Instruction.MarkRow);
    }

    /** The order's number, 0 if it is never given. */
    Term number(Object order) {
        return Terms.constant(1 + orders.indexOf(order));
    }

    boolean isGiven(Object order) {
        return orders.contains(order);
    }

    /** Where an order is here. */
    Term is(Object order) {
        return is(order, Offset.CENTER);
    }

    /** Where an order is at a neighbour. */
    Term is(Object order, Offset at) {
        return isGiven(order) ? Terms.equal(Terms.read(SequenceNames.ORDER, at), number(order)) : Terms.FALSE;
    }
}
