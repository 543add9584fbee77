package dev.pupil.compiler.lower.rewrite;

import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.HashSet;
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
        return loop.assignments()
                .map(Statement.Assign::changed)
                .filter(afterwards::isNeeded)
                .findFirst();
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
        if (statement == loop) {
            return true;
        }
        if (statement instanceof Statement.For outer) {
            boolean isInside = addFrom(outer.body());
            if (isInside) {
                isRepeated = true;
                outer.body().forEach(this::add);
            }
            return isInside;
        }
        return statement.blocks().stream().anyMatch(this::addFrom);
    }

    /** Adds all variables of a statement but the loop. */
    private void add(Statement statement) {
        if (statement != loop) {
            statement.parts().stream().flatMap(Expression::variables).forEach(later::add);
            statement.blocks().forEach(block -> block.forEach(this::add));
        }
    }
}
