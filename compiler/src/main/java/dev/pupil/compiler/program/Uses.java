package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which variables occur in a part of a program, in the order in which they are met. */
public final class Uses {
    private final Set<Variable> variables = new LinkedHashSet<>();

    private Uses() {}

    /** The locals in statements. */
    public static ImmutableSet<Variable> of(List<Statement> statements) {
        Uses uses = new Uses();
        statements.forEach(uses::collect);
        return uses.locals();
    }

    static ImmutableSet<Variable> of(Statement statement) {
        return of(ImmutableList.of(statement));
    }

    static ImmutableSet<Variable> of(Expression expression) {
        Uses uses = new Uses();
        uses.collect(expression);
        return uses.locals();
    }

    /** All variables of a program, also those that do not occur in its routines. */
    public static ImmutableSet<Variable> all(Program program) {
        Uses uses = new Uses();
        uses.variables.addAll(program.memory());
        uses.variables.add(program.example());
        uses.variables.add(program.query());
        program.learn().forEach(uses::collect);
        program.predict().forEach(uses::collect);
        return ImmutableSet.copyOf(uses.variables);
    }

    private ImmutableSet<Variable> locals() {
        return variables.stream()
                .filter(variable -> variable.kind() == Variable.Kind.LOCAL)
                .collect(ImmutableSet.toImmutableSet());
    }

    private void collect(Statement statement) {
        statement.all().forEach(each -> {
            if (each instanceof Statement.For loop) {
                variables.add(loop.variable());
            }
            each.parts().forEach(this::collect);
        });
    }

    private void collect(Expression expression) {
        expression.variables().forEach(variables::add);
    }
}
