package dev.pupil.compiler.lower.rewrite;

import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.Collection;
import java.util.function.Consumer;

/** Finds what statements and expressions read and write. */
public final class Accesses {
    private Accesses() {}

    /** Visits every sub-expression, from the leaves upwards. */
    public static void visit(Expression expression, Consumer<Expression> visitor) {
        switch (expression) {
            case Expression.Constant constant -> {}
            case Expression.Index index -> {}
            case Expression.Read read -> {}
            case Expression.Element element -> element.indices().forEach(index -> visit(index, visitor));
            case Expression.Unary unary -> visit(unary.operand(), visitor);
            case Expression.Binary binary -> {
                visit(binary.left(), visitor);
                visit(binary.right(), visitor);
            }
            case Expression.Conditional conditional -> {
                visit(conditional.condition(), visitor);
                visit(conditional.whenTrue(), visitor);
                visit(conditional.whenFalse(), visitor);
            }
            case Expression.Clamp clamp -> visit(clamp.operand(), visitor);
        }
        visitor.accept(expression);
    }

    /** Visits every expression that is evaluated: values, conditions, and the indices of what is assigned. */
    public static void visitReads(Statement statement, Consumer<Expression> visitor) {
        switch (statement) {
            case Statement.Assign assign -> {
                if (assign.target() instanceof Expression.Element element) {
                    element.indices().forEach(index -> visit(index, visitor));
                }
                visit(assign.value(), visitor);
            }
            case Statement.If choice -> {
                visit(choice.condition(), visitor);
                choice.whenTrue().forEach(inner -> visitReads(inner, visitor));
                choice.whenFalse().forEach(inner -> visitReads(inner, visitor));
            }
            case Statement.For each -> each.body().forEach(inner -> visitReads(inner, visitor));
            case Statement.Break jump -> {}
            case Statement.Continue jump -> {}
            case Statement.Return end -> visit(end.value(), visitor);
        }
    }

    /** Visits every assignment. */
    public static void visitAssignments(Statement statement, Consumer<Statement.Assign> visitor) {
        switch (statement) {
            case Statement.Assign assign -> visitor.accept(assign);
            case Statement.If choice -> {
                choice.whenTrue().forEach(inner -> visitAssignments(inner, visitor));
                choice.whenFalse().forEach(inner -> visitAssignments(inner, visitor));
            }
            case Statement.For each -> each.body().forEach(inner -> visitAssignments(inner, visitor));
            case Statement.Break jump -> {}
            case Statement.Continue jump -> {}
            case Statement.Return end -> {}
        }
    }

    /** The variable that an assignment changes. */
    public static Variable target(Statement.Assign assign) {
        return variable(assign.target());
    }

    /** The variable of a target. */
    public static Variable variable(Expression target) {
        return switch (target) {
            case Expression.Read read -> read.variable();
            case Expression.Element element -> element.array();
            case Expression.Constant constant -> throw notATarget(constant);
            case Expression.Index index -> throw notATarget(index);
            case Expression.Unary unary -> throw notATarget(unary);
            case Expression.Binary binary -> throw notATarget(binary);
            case Expression.Conditional conditional -> throw notATarget(conditional);
            case Expression.Clamp clamp -> throw notATarget(clamp);
        };
    }

    private static IllegalStateException notATarget(Expression expression) {
        return new IllegalStateException("not a target: " + expression);
    }

    /** Adds every variable that occurs in a statement, loop variables included. */
    public static void variables(Statement statement, Collection<Variable> variables) {
        visitReads(statement, expression -> {
            if (expression instanceof Expression.Read read) {
                variables.add(read.variable());
            } else if (expression instanceof Expression.Element element) {
                variables.add(element.array());
            } else if (expression instanceof Expression.Index index) {
                variables.addAll(index.value().loops().keySet());
            }
        });
        visitAssignments(statement, assign -> variables.add(target(assign)));
        loopVariables(statement, variables);
    }

    /** Adds the variables of the loops in a statement. */
    public static void loopVariables(Statement statement, Collection<Variable> variables) {
        if (statement instanceof Statement.For each) {
            variables.add(each.variable());
            each.body().forEach(inner -> loopVariables(inner, variables));
        } else if (statement instanceof Statement.If choice) {
            choice.whenTrue().forEach(inner -> loopVariables(inner, variables));
            choice.whenFalse().forEach(inner -> loopVariables(inner, variables));
        }
    }

    /** Whether a loop occurs in the statement that is longer where d or m is larger. */
    public static boolean hasLoop(Statement statement) {
        return switch (statement) {
            case Statement.For each ->
                !(each.low().isConstant() && each.high().isConstant())
                        || each.body().stream().anyMatch(Accesses::hasLoop);
            case Statement.If choice ->
                choice.whenTrue().stream().anyMatch(Accesses::hasLoop)
                        || choice.whenFalse().stream().anyMatch(Accesses::hasLoop);
            case Statement.Assign assign -> false;
            case Statement.Break jump -> false;
            case Statement.Continue jump -> false;
            case Statement.Return end -> false;
        };
    }
}
