package dev.pupil.compiler.lower.processor.cells;

import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Order.Signal;
import dev.pupil.compiler.lower.processor.instruction.Reach;
import dev.pupil.compiler.lower.processor.instruction.ReplyRows;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;

/**
 * What comes up column 0 to control, and the rows from which it comes.
 *
 * <p>The row in which signs are read is found once: from the last row a search goes up to the accumulator's highest 1,
 * and the row below that is marked. Orders to deepen it are tokens that each move the mark down by one row. The row after
 * the matrices' rows is where a diagonal from the label's column, or from the next, comes to column 0.
 */
final class ReplyFields {
    private final Orders orders;
    private final ReplyRows rows;

    ReplyFields(Orders orders, ReplyRows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    ImmutableList<Field> fields() {
        return ImmutableList.of(
                Fields.bit(SequenceNames.MEASURING, "the accumulator has no 1 from here on", measuring()),
                Fields.bit(SequenceNames.SIGN_ROW, "signs are read here", signRow()),
                Fields.bit(SequenceNames.MATRIX_END, "in column 0: matrices' rows end here", matrixEnd()),
                Fields.bit(SequenceNames.REPLY, "a reply on its way to control", reply()),
                Fields.bit(SequenceNames.ROW_REPLY, "a reply from below matrices on its way to control", rowReply()),
                Fields.bit(SequenceNames.SIGN, "the accumulator's sign on its way to control", sign()),
                Fields.bit(SequenceNames.COUNT, "an example that is counted, on its way to control", count()));
    }

    /** Whether an order ends its way at a neighbour; time table, LoadRow: the order ends in row e. */
    Term isTaken(Offset at) {
        Term isCounted = Terms.and(orders.is(Signal.COUNT, at), Terms.read(SequenceNames.IS_QUERY, at));
        Term isPastMatrices = Terms.and(isLoading(Reach.FEATURES, at), Terms.read(SequenceNames.MATRIX_END, at));
        return Terms.or(isCounted, Terms.or(isPastMatrices, isDeepening(at)));
    }

    private Term isDeepening(Offset at) {
        return Terms.and(orders.is(new Order.Deepen(), at), Terms.read(SequenceNames.SIGN_ROW, at));
    }

    private Term isLoading(Reach reach, Offset at) {
        Term isLoading = Terms.FALSE;
        for (Order order : orders.orders()) {
            if (order instanceof Order.Load load && load.reach() == reach) {
                isLoading = Terms.or(isLoading, orders.is(order, at));
            }
        }
        return isLoading;
    }

    private Term measuring() {
        Term isStarting = Terms.and(outside(Offset.DOWN), orders.is(Signal.MEASURE));
        Term isGoingOn = Terms.and(
                Terms.read(SequenceNames.MEASURING, Offset.DOWN), Terms.not(Terms.read(SequenceNames.ACCUMULATOR)));
        return orders.isGiven(Signal.MEASURE) ? Terms.or(isStarting, isGoingOn) : Terms.FALSE;
    }

    private Term signRow() {
        Term isFound = Terms.and(Terms.read(SequenceNames.MEASURING), Terms.read(SequenceNames.ACCUMULATOR, Offset.UP));
        Term isKept = Terms.and(Terms.read(SequenceNames.SIGN_ROW), Terms.not(isDeepening(Offset.CENTER)));
        return rows.isMeasured() ? Terms.or(isFound, Terms.or(isKept, isDeepening(Offset.UP))) : Terms.FALSE;
    }

    /** Time table, row e: a diagonal from the label's column, or the next, comes to column 0 there. */
    private Term matrixEnd() {
        Term isLabelColumn =
                Terms.read(SequenceNames.LABEL_COLUMN, rows.afterLabel() == 0 ? Offset.CENTER : Offset.LEFT);
        return Terms.or(
                Terms.and(outside(Offset.UP), isLabelColumn), Terms.read(SequenceNames.MATRIX_END, new Offset(-1, 1)));
    }

    /** Time table, a sign: the order is in row s at t + s. */
    private Term isTested() {
        Term isTested = orders.is(Signal.SIGN);
        for (Reach reach : Reach.values()) {
            isTested = Terms.or(isTested, orders.is(new Order.Find(reach)));
        }
        Term isSignRow = rows.isMeasured() ? Terms.read(SequenceNames.SIGN_ROW) : outside(Offset.DOWN);
        return Terms.and(isSignRow, isTested);
    }

    /** Time table, a sign: the reply starts in row s at t + s + 1 and is with control at t + 2s + 1. */
    private Term reply() {
        Term isMeasured = Terms.and(outside(Offset.DOWN), orders.is(Signal.MEASURE));
        Term isCounted = Terms.and(orders.is(Signal.COUNT), Terms.read(SequenceNames.IS_QUERY));
        return Terms.or(
                Terms.read(SequenceNames.REPLY, Offset.DOWN), Terms.or(isTested(), Terms.or(isMeasured, isCounted)));
    }

    private Term sign() {
        return Terms.or(
                Terms.read(SequenceNames.SIGN, Offset.DOWN),
                Terms.and(isTested(), Terms.read(SequenceNames.ACCUMULATOR)));
    }

    /** Time table, a sign, of MarkRow and LoadRow: as a reply, but from row e. */
    private Term rowReply() {
        Term starts = Terms.FALSE;
        for (Reach reach : Reach.values()) {
            Term isEnd = switch (reach) {
                case FEATURES -> Terms.read(SequenceNames.MATRIX_END);
                case ALL -> outside(Offset.DOWN);
            };
            Term isOrdered = Terms.or(orders.is(new Order.Find(reach)), isLoading(reach, Offset.CENTER));
            starts = Terms.or(starts, Terms.and(isEnd, isOrdered));
        }
        return Terms.or(Terms.read(SequenceNames.ROW_REPLY, Offset.DOWN), starts);
    }

    private Term count() {
        return Terms.or(
                Terms.read(SequenceNames.COUNT, Offset.DOWN),
                Terms.and(orders.is(Signal.COUNT), Terms.not(Terms.read(SequenceNames.IS_QUERY))));
    }
}
