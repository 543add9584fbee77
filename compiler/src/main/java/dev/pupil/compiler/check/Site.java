package dev.pupil.compiler.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.List;

/**
 * An assignment and where it stands.
 *
 * @param loops the loops around it, outermost first
 * @param body the body it is in, {@code learn}'s or {@code predict}'s
 */
record Site(Statement.Assign assign, ImmutableList<Statement.For> loops, ImmutableList<Statement> body) {

    /** Every assignment of a program, by the variable or array that it changes. */
    static ImmutableListMultimap<Variable, Site> all(Program program) {
        ImmutableListMultimap.Builder<Variable, Site> sites = ImmutableListMultimap.builder();
        collect(program.learn(), ImmutableList.of(), program.learn(), sites);
        collect(program.predict(), ImmutableList.of(), program.predict(), sites);
        return sites.build();
    }

    private static void collect(
            List<Statement> statements,
            ImmutableList<Statement.For> loops,
            ImmutableList<Statement> body,
            ImmutableListMultimap.Builder<Variable, Site> sites) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Assign assign -> sites.put(target(assign), new Site(assign, loops, body));
                case Statement.If branch -> {
                    collect(branch.whenTrue(), loops, body, sites);
                    collect(branch.whenFalse(), loops, body, sites);
                }
                case Statement.For loop -> {
                    ImmutableList<Statement.For> inner = ImmutableList.<Statement.For>builder()
                            .addAll(loops)
                            .add(loop)
                            .build();
                    collect(loop.body(), inner, body, sites);
                }
                case Statement.Break leave -> {}
                case Statement.Continue next -> {}
                case Statement.Return answer -> {}
            }
        }
    }

    /** The variable or array that an assignment changes. */
    static Variable target(Statement.Assign assign) {
        return switch (assign.target()) {
            case Expression.Read read -> read.variable();
            case Expression.Element element -> element.array();
            default -> throw new IllegalStateException("not a place: " + assign.target());
        };
    }
}
