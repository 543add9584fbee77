package dev.pupil.compiler.lower.processor.instruction;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import dev.pupil.compiler.lower.LoopReport;
import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import dev.pupil.compiler.lower.sweep.Place;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A learner as a sequence of instructions.
 *
 * @param name the learner's name
 * @param registerFile the fields it works with
 * @param start what is done before the first example
 * @param learn what is done for each example
 * @param predict what is done for the query; it ends with an {@link Instruction.Answer}
 * @param replies the rows from which control waits for replies
 * @param rows how many rows the image has at least
 * @param columns how many columns the image has at least
 */
public record Schedule(
        String name,
        RegisterFile registerFile,
        ImmutableList<Node> start,
        ImmutableList<Node> learn,
        ImmutableList<Node> predict,
        ReplyRows replies,
        SizeExpression rows,
        SizeExpression columns) {

    /** Fields that instructions use beside those of the register file. */
    private static final ImmutableSet<String> OF_ALL_SCHEDULES = ImmutableSet.of(
            SequenceNames.ACCUMULATOR,
            SequenceNames.EXAMPLE_LABEL,
            SequenceNames.FIRST_COLUMN,
            SequenceNames.LABEL_COLUMN,
            SequenceNames.FEATURE_COLUMN,
            Place.FIRST_COLUMN,
            Place.LABEL_COLUMN,
            Place.DIAGONAL,
            Place.BEYOND_DIAGONAL,
            Place.FIRST_ROW);

    public Schedule {
        Effects effects = Effects.of(start).and(Effects.of(learn)).and(Effects.of(predict));
        ImmutableSet<String> unknown = Stream.concat(effects.reads().stream(), effects.writes().stream())
                .filter(field -> !OF_ALL_SCHEDULES.contains(field) && !registerFile.has(field))
                .collect(toImmutableSet());
        checkArgument(unknown.isEmpty(), "%s are in no register file", unknown);
        checkArgument(!predict.isEmpty() && isAnswer(predict.getLast()), "a prediction is given at the end");
        check(start);
        check(learn);
        check(predict.subList(0, predict.size() - 1));
    }

    private static void check(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            checkArgument(!isAnswer(node), "a prediction is given at the end only");
            if (node instanceof Node.Loop loop) {
                boolean computes = Effects.of(loop.test()).writes().contains(SequenceNames.ACCUMULATOR);
                checkArgument(
                        computes,
                        "the test of the loop over '%s' computes nothing",
                        loop.loop().variable());
                check(loop.test());
                check(loop.body());
            } else if (node instanceof Node.Single single && single.instruction() instanceof Instruction.Mark mark) {
                Node settling = new Node.Single(new Instruction.Settle(mark.marker()));
                boolean isSettled = i + 1 < nodes.size() && nodes.get(i + 1).equals(settling);
                checkArgument(isSettled, "%s is marked, and nothing waits for it", mark.marker());
            }
        }
    }

    private static boolean isAnswer(Node node) {
        return node instanceof Node.Single single && single.instruction() instanceof Instruction.Answer;
    }

    /** What became of the program's loops, in source order. */
    public ImmutableList<LoopReport> loops() {
        return Stream.concat(loops(Trigger.LEARN, learn), loops(Trigger.PREDICT, predict))
                .sorted(Comparator.<LoopReport>comparingInt(each -> each.loop().line())
                        .thenComparingInt(each -> each.loop().column()))
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<LoopReport> loops(Trigger routine, List<Node> nodes) {
        return nodes.stream().flatMap(node -> switch (node) {
            case Node.Single single ->
                switch (single.instruction()) {
                    case Instruction.Scan scan ->
                        scan.loops().stream().map(loop -> report(routine, loop, fate(node.steps(this))));
                    case Instruction.Wave wave ->
                        Stream.of(report(
                                routine,
                                wave.loop(),
                                "a wave in every row, started in 1 step, and nobody waits the "
                                        + rows.plus(SizeExpression.FEATURES) + " steps until it is through"));
                    default -> Stream.of();
                };
            case Node.Loop loop ->
                Streams.concat(
                        Stream.of(report(
                                routine,
                                loop.loop(),
                                "one round after the other, " + loop.steps(this) + " steps, because "
                                        + loop.objection())),
                        loops(routine, loop.test()),
                        loops(routine, loop.body()));
        });
    }

    private static LoopReport report(Trigger routine, Statement.For loop, String fate) {
        return new LoopReport(routine.keyword(), loop.span(), fate);
    }

    private static String fate(SizeExpression ofScan) {
        return "one scan along the first row, "
                + (ofScan.equals(SizeExpression.constant(1))
                        ? "1 step, because nothing waits for its end"
                        : ofScan + " steps");
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
}
