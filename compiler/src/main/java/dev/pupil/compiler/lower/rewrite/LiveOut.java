package dev.pupil.compiler.lower.rewrite;

import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what a loop leaves for later in the same run of its routine. Every variable that occurs later counts, be it
 * only assigned to there; where the loop itself is done again, so does every vector that it changes.
 */
public final class LiveOut {
    private final Statement.For loop;
    private final Set<Variable> later = new HashSet<>();
    private boolean isRepeated;

    private LiveOut(Statement.For loop) {
        this.loop = loop;
    }

    /** The first variable, matrices aside, that a loop of a routine changes and that occurs later; empty if there is none. */
    public static Optional<Variable> firstNeeded(List<Statement> routine, Statement.For loop) {
        LiveOut afterwards = new LiveOut(loop);
        if (!afterwards.addFrom(routine)) {
            throw new IllegalStateException("the loop is not in the routine: " + loop.span());
        }
        Set<Variable> assigned = new LinkedHashSet<>();
        assigned(loop.body(), assigned);
        return assigned.stream().filter(afterwards::isNeeded).findFirst();
    }

    private boolean isNeeded(Variable variable) {
        return switch (variable.dimensions().size()) {
            case 0 -> later.contains(variable);
            case 1 -> isRepeated || later.contains(variable);
            default -> false;
        };
    }

    /** Adds what occurs behind the loop; false if it is not in the statements. */
    private boolean addFrom(List<Statement> statements) {
        boolean isBehind = false;
        for (Statement statement : statements) {
            if (isBehind) {
                add(statement);
            } else {
                isBehind = addFrom(statement);
            }
        }
        return isBehind;
    }

    private boolean addFrom(Statement statement) {
        return switch (statement) {
            case Statement.For outer -> {
                if (outer == loop) {
                    yield true;
                }
                boolean isInside = addFrom(outer.body());
                if (isInside) {
                    isRepeated = true;
                    outer.body().forEach(this::add);
                }
                yield isInside;
            }
            case Statement.If choice -> addFrom(choice.whenTrue()) || addFrom(choice.whenFalse());
            case Statement.Assign assign -> false;
            case Statement.Break jump -> false;
            case Statement.Continue jump -> false;
            case Statement.Return end -> false;
        };
    }

    /** Adds all variables of a statement but the loop. */
    private void add(Statement statement) {
        switch (statement) {
            case Statement.For other -> {
                if (other != loop) {
                    other.body().forEach(this::add);
                }
            }
            case Statement.If choice -> {
                add(choice.condition());
                choice.whenTrue().forEach(this::add);
                choice.whenFalse().forEach(this::add);
            }
            case Statement.Assign assign -> {
                add(assign.target());
                add(assign.value());
            }
            case Statement.Return end -> add(end.value());
            case Statement.Break jump -> {}
            case Statement.Continue jump -> {}
        }
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.Constant constant -> {}
            case Expression.Index index -> {}
            case Expression.Read read -> later.add(read.variable());
            case Expression.Element element -> {
                later.add(element.array());
                element.indices().forEach(this::add);
            }
            case Expression.Unary unary -> add(unary.operand());
            case Expression.Binary binary -> {
                add(binary.left());
                add(binary.right());
            }
            case Expression.Conditional conditional -> {
                add(conditional.condition());
                add(conditional.whenTrue());
                add(conditional.whenFalse());
            }
            case Expression.Clamp clamp -> add(clamp.operand());
        }
    }

    private static void assigned(List<Statement> statements, Set<Variable> variables) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Assign assign -> {
                    if (assign.target() instanceof Expression.Read read) {
                        variables.add(read.variable());
                    } else if (assign.target() instanceof Expression.Element element) {
                        variables.add(element.array());
                    }
                }
                case Statement.For inner -> assigned(inner.body(), variables);
                case Statement.If choice -> {
                    assigned(choice.whenTrue(), variables);
                    assigned(choice.whenFalse(), variables);
                }
                case Statement.Break jump -> {}
                case Statement.Continue jump -> {}
                case Statement.Return end -> {}
            }
        }
    }
}
