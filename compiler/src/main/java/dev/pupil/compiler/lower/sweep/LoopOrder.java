package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.lower.rewrite.Accesses;
import dev.pupil.compiler.lower.rewrite.DefiniteAssignment;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds which way the loops over columns have to be scanned. */
final class LoopOrder {
    private LoopOrder() {}

    /** A loop whose rounds can't be exchanged, with the direction it asks for. */
    record Ordered(Statement.For loop, Direction direction) {}

    /** The loops over columns whose order matters. */
    static List<Ordered> ordered(List<Statement> routine) {
        List<Ordered> ordered = new ArrayList<>();
        routine.forEach(statement -> collect(statement, routine, ordered));
        return ordered;
    }

    private static void collect(Statement statement, List<Statement> routine, List<Ordered> ordered) {
        if (statement instanceof Statement.For loop && !Sections.isOverRows(loop)) {
            if (orderMatters(loop, routine)) {
                ordered.add(new Ordered(loop, loop.descending() ? Direction.LEFT : Direction.RIGHT));
            }
        } else {
            statement.blocks().forEach(block -> block.forEach(inner -> collect(inner, routine, ordered)));
        }
    }

    private static boolean orderMatters(Statement.For loop, List<Statement> routine) {
        Set<Variable> written = new HashSet<>();
        loop.assignments()
                .map(Statement.Assign::changed)
                .filter(changed -> !changed.isArray())
                .forEach(written::add);
        return written.stream().anyMatch(scalar -> !isPrivate(scalar, loop, routine) && !isFlag(scalar, loop));
    }

    /** Whether every round sets the scalar before it looks at it, and nobody else does. */
    private static boolean isPrivate(Variable scalar, Statement.For loop, List<Statement> routine) {
        Set<Variable> outside = new HashSet<>();
        routine.forEach(statement -> variablesOutside(statement, loop, outside));
        if (outside.contains(scalar)) {
            return false;
        }
        return DefiniteAssignment.isFresh(scalar, loop.body());
    }

    private static void variablesOutside(Statement statement, Statement.For loop, Set<Variable> outside) {
        if (statement == loop) {
            return;
        }
        if (statement.blocks().isEmpty()) {
            Accesses.variables(statement, outside);
            return;
        }
        statement.parts().stream().flatMap(Expression::all).forEach(expression -> {
            if (expression instanceof Expression.Read read) {
                outside.add(read.variable());
            }
        });
        statement.blocks().forEach(block -> block.forEach(inner -> variablesOutside(inner, loop, outside)));
    }

    /** Whether rounds only ever set the scalar to one and the same value, and none looks at it. */
    private static boolean isFlag(Variable scalar, Statement.For loop) {
        if (DefiniteAssignment.reads(loop).contains(scalar)) {
            return false;
        }
        ImmutableSet<Optional<Integer>> values = loop.assignments()
                .filter(assign -> assign.changed().equals(scalar))
                .map(assign -> assign.value() instanceof Expression.Constant constant
                        ? Optional.of(constant.value())
                        : Optional.<Integer>empty())
                .collect(ImmutableSet.toImmutableSet());
        return values.size() == 1 && values.iterator().next().isPresent();
    }
}
