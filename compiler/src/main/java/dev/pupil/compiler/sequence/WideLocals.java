package dev.pupil.compiler.sequence;

import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.List;
import java.util.Set;

/** Which wide integers a routine declares and assigns to. */
final class WideLocals {
    private WideLocals() {}

    /** Adds the wide locals that the statements assign to. */
    static void collect(List<Statement> statements, Set<Variable> found) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Assign assign -> {
                    if (assign.target() instanceof Expression.Read read
                            && read.variable().kind() == Variable.Kind.LOCAL
                            && !read.variable().type().isFinite()) {
                        found.add(read.variable());
                    }
                }
                case Statement.If choice -> {
                    collect(choice.whenTrue(), found);
                    collect(choice.whenFalse(), found);
                }
                case Statement.For loop -> collect(loop.body(), found);
                case Statement.Break jump -> {}
                case Statement.Continue jump -> {}
                case Statement.Return end -> {}
            }
        }
    }
}
