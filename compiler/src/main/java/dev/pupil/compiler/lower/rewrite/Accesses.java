package dev.pupil.compiler.lower.rewrite;

import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.Collection;

/** Finds which variables and loops statements have. */
public final class Accesses {
    private Accesses() {}

    /** Adds every variable that occurs in a statement, loop variables included. */
    public static void variables(Statement statement, Collection<Variable> variables) {
        statement.reads().forEach(expression -> {
            expression.named().ifPresent(variables::add);
            if (expression instanceof Expression.Index index) {
                variables.addAll(index.value().loops().keySet());
            }
        });
        statement.assignments().map(Statement.Assign::changed).forEach(variables::add);
        loopVariables(statement, variables);
    }

    /** Adds the variables of the loops in a statement. */
    public static void loopVariables(Statement statement, Collection<Variable> variables) {
        statement.loops().map(Statement.For::variable).forEach(variables::add);
    }

    /** Whether a loop occurs in the statement that is longer where d or m is larger. */
    public static boolean hasLoop(Statement statement) {
        return statement
                .loops()
                .anyMatch(loop -> !(loop.low().isConstant() && loop.high().isConstant()));
    }
}
