package dev.pupil.compiler.pass;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.grammar.source.Span;
import java.util.List;

/**
 * How one loop of a lowered program runs.
 *
 * @param span the loop's header
 * @param way what becomes of it
 */
public record LoopWay(Span span, Way way) {
    /** What becomes of a loop. */
    public enum Way {
        /** All rows of all examples work at the same time, each on the example that is just passing. */
        ROWS_IN_A_WAVE("a wave over the rows"),
        /** A scan along a row from column 0 to the label's. */
        SCAN_RIGHT("a scan to the right, part of the wave"),
        /** A scan along a row from the label's column to column 0. */
        SCAN_LEFT("a scan to the left, part of the wave"),
        /** A loop of constant length, laid out round after round in each pixel. */
        UNROLLED("unrolled in every pixel");

        private final String description;

        Way(String description) {
            this.description = description;
        }

        /** A few words for users. */
        public String description() {
            return description;
        }
    }

    /** The ways of a program's loops, in source order. */
    public static ImmutableList<LoopWay> of(Program program, Passes passes) {
        ImmutableList.Builder<LoopWay> ways = ImmutableList.builder();
        collect(program.learn(), passes, ways);
        collect(program.predict(), passes, ways);
        return ways.build();
    }

    private static void collect(List<Statement> statements, Passes passes, ImmutableList.Builder<LoopWay> ways) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.For loop -> {
                    ways.add(new LoopWay(loop.span(), way(loop, passes)));
                    collect(loop.body(), passes, ways);
                }
                case Statement.If choice -> {
                    collect(choice.whenTrue(), passes, ways);
                    collect(choice.whenFalse(), passes, ways);
                }
                case Statement.Assign assign -> {}
                case Statement.Break jump -> {}
                case Statement.Continue jump -> {}
                case Statement.Return end -> {}
            }
        }
    }

    private static Way way(Statement.For loop, Passes passes) {
        if (loop.low().isConstant() && loop.high().isConstant()) {
            return Way.UNROLLED;
        }
        if (Sections.isOverRows(loop)) {
            return Way.ROWS_IN_A_WAVE;
        }
        return switch (passes.direction()) {
            case RIGHT -> Way.SCAN_RIGHT;
            case LEFT -> Way.SCAN_LEFT;
        };
    }
}
