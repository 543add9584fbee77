package dev.pupil.compiler.lower.processor.instruction;

import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.function.Function;

/**
 * How control knows that it is done, and after how many steps it does. What control waits for goes to a pixel and back, so
 * that the steps are twice the distance and a few: they are those of the time table in {@link
 * dev.pupil.compiler.lower.processor}, at whose lines the constants point.
 *
 * @param isReached whether this step is the last one, as control sees it
 * @param steps how many steps there are from the first to the first of what comes next
 */
public record Ending(Term isReached, Function<Schedule, SizeExpression> steps) {
    private static final Term REPLY = Terms.read(SequenceNames.REPLY);

    /** Time table, Compute: next at t + 1. */
    static final Ending AT_ONCE = new Ending(Terms.TRUE, schedule -> SizeExpression.constant(1));

    /** Time table, Scan: the head is back at t + 2w − 2, and w − 1 is the last column. */
    public static final Ending HEAD_IS_BACK = new Ending(
            Terms.not(Terms.equal(Terms.read(SequenceNames.BACK), Terms.constant(0))),
            schedule -> twice(Schedule.last(schedule.columns()), 1));

    /** Time table, a sign: the reply is with control at t + 2s + 1. */
    static final Ending SIGN =
            new Ending(REPLY, schedule -> twice(schedule.replies().sign(), 2));

    /**
     * Time table, MarkColumn: the last reply comes 2s + 1 after the order, which was sent a step before this begins. Replies
     * follow each other without a gap; the last one has no other behind it.
     */
    static final Ending LAST_SIGN = new Ending(
            Terms.and(REPLY, Terms.not(Terms.read(SequenceNames.REPLY, Offset.DOWN))),
            schedule -> twice(schedule.replies().sign(), 1));

    /** Time table, a sign, of Measure: as a sign, but from row H − 1. */
    static final Ending LAST_ROW =
            new Ending(REPLY, schedule -> twice(schedule.replies().last(), 2));

    /** As a sign, but from the query's row, m, where the order to count ends. */
    static final Ending QUERY_ROW = new Ending(REPLY, schedule -> twice(SizeExpression.EXAMPLES, 2));

    /** Time table, a sign, of MarkRow and LoadRow: as a sign, but from row e. */
    static Ending row(Reach reach) {
        return new Ending(
                Terms.read(SequenceNames.ROW_REPLY),
                schedule -> twice(schedule.replies().row(reach), 2));
    }

    private static SizeExpression twice(SizeExpression distance, int more) {
        return distance.times(SizeExpression.constant(2)).plus(SizeExpression.constant(more));
    }
}
