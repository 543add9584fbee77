package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.size.SizeExpression;

/** A part of a schedule. */
public sealed interface Node {

    /** What its instructions have to do with fields. */
    Effects effects();

    /** How many steps it takes. */
    SizeExpression steps(Schedule schedule);

    /** One instruction. */
    record Single(Instruction instruction) implements Node {
        @Override
        public Effects effects() {
            return instruction.effects();
        }

        @Override
        public SizeExpression steps(Schedule schedule) {
            return instruction.ending().steps().apply(schedule);
        }
    }

    /**
     * Does {@code test}, and as long as that leaves the accumulator at 0 or more, {@code body}, and again. Which happens
     * must depend on the sizes only.
     *
     * @param rounds how often {@code body} is done; {@code test} is done once more
     * @param loop the program's loop
     * @param objection why it is neither a scan nor a wave
     */
    record Loop(
            SizeExpression rounds,
            ImmutableList<Node> test,
            ImmutableList<Node> body,
            Statement.For loop,
            String objection)
            implements Node {
        @Override
        public Effects effects() {
            return Effects.of(test).and(Effects.of(body)).and(Effects.ACCUMULATING);
        }

        @Override
        public SizeExpression steps(Schedule schedule) {
            SizeExpression testing =
                    schedule.steps(test).plus(Ending.SIGN.steps().apply(schedule));
            return rounds.times(testing.plus(schedule.steps(body))).plus(testing);
        }

        /** The loop with other instructions. */
        public Loop with(ImmutableList<Node> otherTest, ImmutableList<Node> otherBody) {
            return new Loop(rounds, otherTest, otherBody, loop, objection);
        }
    }
}
