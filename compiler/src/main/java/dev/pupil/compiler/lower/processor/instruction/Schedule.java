package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.ArrayList;
import java.util.List;

/**
 * A learner as a sequence of instructions.
 *
 * @param name the learner's name
 * @param equipment the fields it works with
 * @param start what is done before the first example
 * @param learn what is done for each example
 * @param predict what is done for the query; it ends with an {@link Instruction.Answer}
 * @param replies the rows from which control waits for replies
 * @param rows how many rows the image has at least
 * @param columns how many columns the image has at least
 */
public record Schedule(
        String name,
        RegisterFile equipment,
        ImmutableList<Node> start,
        ImmutableList<Node> learn,
        ImmutableList<Node> predict,
        ReplyRows replies,
        SizeExpression rows,
        SizeExpression columns) {

    /** What became of the program's loops, in source order. */
    public ImmutableList<ScheduledLoop> loops() {
        List<ScheduledLoop> loops = new ArrayList<>();
        ScheduledLoop.collect(Trigger.LEARN, learn, loops);
        ScheduledLoop.collect(Trigger.PREDICT, predict, loops);
        return loops.stream().sorted(ScheduledLoop.IN_SOURCE).collect(ImmutableList.toImmutableList());
    }

    /** How many steps a part of the schedule takes. */
    public SizeExpression steps(List<Node> nodes) {
        return nodes.stream().map(node -> node.steps(this)).reduce(SizeExpression.constant(0), SizeExpression::plus);
    }

    /** The number of the last row, or column, where there are so many. */
    public static SizeExpression last(SizeExpression size) {
        return SizeExpression.max(size.alternatives().stream()
                .map(sum -> new SizeExpression(ImmutableList.of(sum)).plus(SizeExpression.constant(-1)))
                .toList());
    }

    /** How many steps after control has started it a wave is through the last row. */
    public SizeExpression stepsThroughRows() {
        return rows.plus(SizeExpression.FEATURES);
    }
}
