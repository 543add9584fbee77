package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.List;

/**
 * How many steps instructions take, as functions of the sizes: from an instruction's first step to the next one's.
 *
 * @param replies the rows that reply
 * @param lastColumn the image's last column
 */
public record Durations(ReplyRows replies, SizeExpression lastColumn) {

    /** The number of the last row, or column, where there are so many. */
    public static SizeExpression last(SizeExpression size) {
        return SizeExpression.max(size.alternatives().stream()
                .map(sum -> new SizeExpression(ImmutableList.of(sum)).plus(SizeExpression.constant(-1)))
                .toList());
    }

    SizeExpression of(List<Node> nodes) {
        SizeExpression sum = SizeExpression.constant(0);
        for (Node node : nodes) {
            sum = sum.plus(of(node));
        }
        return sum;
    }

    private SizeExpression of(Node node) {
        return switch (node) {
            case Node.Single single -> of(single.instruction());
            case Node.Loop loop -> {
                SizeExpression test = of(loop.test()).plus(test());
                yield loop.rounds().times(test.plus(of(loop.body()))).plus(test);
            }
        };
    }

    private SizeExpression of(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Compute compute -> SizeExpression.constant(1);
            case Instruction.Scan scan -> scan.isAwaited() ? twice(lastColumn, 1) : SizeExpression.constant(1);
            case Instruction.AddElement add -> twice(lastColumn, 1);
            case Instruction.Advance advance -> SizeExpression.constant(1);
            case Instruction.PutElement put -> SizeExpression.constant(1);
            case Instruction.Arithmetic arithmetic -> SizeExpression.constant(1);
            case Instruction.Test test -> test();
            case Instruction.MarkColumn mark -> twice(lastColumn, 1);
            case Instruction.MarkRow mark -> twice(replies.row(mark.reach()), 2);
            case Instruction.Settle settle -> twice(replies.sign(), 1);
            case Instruction.LoadRow load -> twice(replies.row(load.reach()), 2);
            case Instruction.Measure measure -> twice(replies.last(), 2);
            case Instruction.SaveRow save -> SizeExpression.constant(1);
            case Instruction.Wave wave -> SizeExpression.constant(1);
            case Instruction.CountExamples count -> twice(SizeExpression.EXAMPLES, 2);
            case Instruction.NextExample next -> SizeExpression.constant(1);
            case Instruction.Answer answer -> SizeExpression.constant(1);
        };
    }

    /** The steps until the accumulator's sign is known. */
    private SizeExpression test() {
        return twice(replies.sign(), 2);
    }

    private static SizeExpression twice(SizeExpression size, int more) {
        return size.times(SizeExpression.constant(2)).plus(SizeExpression.constant(more));
    }
}
