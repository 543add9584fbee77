package dev.pupil.compiler.check.range;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.List;

/**
 * An assignment and where it stands.
 *
 * @param loops the loops around it, outermost first
 * @param body the body it is in
 * @param learning whether that is {@code learn}'s
 */
record Site(
        Statement.Assign assign, ImmutableList<Statement.For> loops, ImmutableList<Statement> body, boolean learning) {

    /** Every assignment of a program, by the variable or array that it changes. */
    static ImmutableListMultimap<Variable, Site> all(Program program) {
        ImmutableListMultimap.Builder<Variable, Site> sites = ImmutableListMultimap.builder();
        new Collector(program.learn(), true, sites).collect(program.learn(), ImmutableList.of());
        new Collector(program.predict(), false, sites).collect(program.predict(), ImmutableList.of());
        return sites.build();
    }

    /** Whether it stands in {@code learn}, outside all loops. */
    boolean runsOncePerExample() {
        return learning && loops.isEmpty();
    }

    private record Collector(
            ImmutableList<Statement> body, boolean learning, ImmutableListMultimap.Builder<Variable, Site> sites) {

        void collect(List<Statement> statements, ImmutableList<Statement.For> loops) {
            for (Statement statement : statements) {
                if (statement instanceof Statement.Assign assign) {
                    sites.put(assign.changed(), new Site(assign, loops, body, learning));
                }
                ImmutableList<Statement.For> around = statement instanceof Statement.For loop
                        ? ImmutableList.<Statement.For>builder()
                                .addAll(loops)
                                .add(loop)
                                .build()
                        : loops;
                statement.blocks().forEach(block -> collect(block, around));
            }
        }
    }
}
