package dev.pupil.compiler.lower.processor.cells;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Action;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;

/**
 * The numbers of the orders that run down column 0.
 *
 * @param orders all that are given; the first one's number is 1
 */
record Orders(ImmutableList<Order> orders) {
    /** All orders that the given actions send. */
    static Orders of(Iterable<Action> actions, boolean hasNumbers) {
        ImmutableSet.Builder<Order> orders = ImmutableSet.builder();
        for (Action action : actions) {
            boolean isNeedless =
                    action.order() instanceof Order.None || (action.order().equals(Order.Signal.FORGET) && !hasNumbers);
            if (!isNeedless) {
                orders.add(action.order());
            }
            if (action instanceof Instruction.Mark) {
                orders.add(Order.Signal.SIGN);
            }
        }
        return new Orders(orders.build().asList());
    }

    /** What control sends as it enters an action. */
    Term entering(Action action) {
        Term number = number(action.order());
        return action instanceof Instruction.Arithmetic arithmetic
                ? Terms.choice(arithmetic.when(), number, Terms.constant(0))
                : number;
    }

    /** What control sends as it stays in an action; time table, MarkColumn: signs are asked for in every step. */
    Term staying(Action action) {
        return action instanceof Instruction.Mark ? number(Order.Signal.SIGN) : Terms.constant(0);
    }

    /** The order's number, 0 if it is never given. */
    Term number(Order order) {
        return Terms.constant(1 + orders.indexOf(order));
    }

    boolean isGiven(Order order) {
        return orders.contains(order);
    }

    /** Where an order is here. */
    Term is(Order order) {
        return is(order, Offset.CENTER);
    }

    /** Where an order is at a neighbour. */
    Term is(Order order, Offset at) {
        return isGiven(order) ? Terms.equal(Terms.read(SequenceNames.ORDER, at), number(order)) : Terms.FALSE;
    }
}
