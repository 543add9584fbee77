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
    static ImmutableSet<Variable> all(Program program) {
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
        switch (statement) {
            case Statement.Assign assign -> {
                collect(assign.target());
                collect(assign.value());
            }
            case Statement.If branch -> {
                collect(branch.condition());
                branch.whenTrue().forEach(this::collect);
                branch.whenFalse().forEach(this::collect);
            }
            case Statement.For loop -> {
                variables.add(loop.variable());
                loop.body().forEach(this::collect);
            }
            case Statement.Return answer -> collect(answer.value());
            case Statement.Break leave -> {}
            case Statement.Continue next -> {}
        }
    }

    private void collect(Expression expression) {
        switch (expression) {
            case Expression.Constant constant -> {}
            case Expression.Index index -> {}
            case Expression.Read read -> variables.add(read.variable());
            case Expression.Element element -> {
                variables.add(element.array());
                element.indices().forEach(this::collect);
            }
            case Expression.Unary unary -> collect(unary.operand());
            case Expression.Binary binary -> {
                collect(binary.left());
                collect(binary.right());
            }
            case Expression.Conditional choice -> {
                collect(choice.condition());
                collect(choice.whenTrue());
                collect(choice.whenFalse());
            }
            case Expression.Clamp clamp -> collect(clamp.operand());
        }
    }
}
