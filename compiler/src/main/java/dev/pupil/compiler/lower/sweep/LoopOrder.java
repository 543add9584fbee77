package dev.pupil.compiler.lower.sweep;

import dev.pupil.compiler.lower.rewrite.Accesses;
import dev.pupil.compiler.lower.rewrite.DefiniteAssignment;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        switch (statement) {
            case Statement.For loop -> {
                if (Sections.isOverRows(loop)) {
                    loop.body().forEach(inner -> collect(inner, routine, ordered));
                } else if (orderMatters(loop, routine)) {
                    ordered.add(new Ordered(loop, loop.descending() ? Direction.LEFT : Direction.RIGHT));
                }
            }
            case Statement.If choice -> {
                choice.whenTrue().forEach(inner -> collect(inner, routine, ordered));
                choice.whenFalse().forEach(inner -> collect(inner, routine, ordered));
            }
            case Statement.Assign assign -> {}
            case Statement.Break jump -> {}
            case Statement.Continue jump -> {}
            case Statement.Return end -> {}
        }
    }

    private static boolean orderMatters(Statement.For loop, List<Statement> routine) {
        Set<Variable> written = new HashSet<>();
        Accesses.visitAssignments(loop, assign -> {
            if (!Accesses.target(assign).isArray()) {
                written.add(Accesses.target(assign));
            }
        });
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
        switch (statement) {
            case Statement.For other -> other.body().forEach(inner -> variablesOutside(inner, loop, outside));
            case Statement.If choice -> {
                Accesses.visit(choice.condition(), expression -> {
                    if (expression instanceof Expression.Read read) {
                        outside.add(read.variable());
                    }
                });
                choice.whenTrue().forEach(inner -> variablesOutside(inner, loop, outside));
                choice.whenFalse().forEach(inner -> variablesOutside(inner, loop, outside));
            }
            case Statement.Assign assign -> Accesses.variables(assign, outside);
            case Statement.Break jump -> {}
            case Statement.Continue jump -> {}
            case Statement.Return end -> Accesses.variables(end, outside);
        }
    }

    /** Whether rounds only ever set the scalar to one and the same value, and none looks at it. */
    private static boolean isFlag(Variable scalar, Statement.For loop) {
        if (DefiniteAssignment.reads(loop).contains(scalar)) {
            return false;
        }
        Set<Integer> values = new HashSet<>();
        boolean[] constant = {true};
        Accesses.visitAssignments(loop, assign -> {
            if (Accesses.target(assign).equals(scalar)) {
                if (assign.value() instanceof Expression.Constant value) {
                    values.add(value.value());
                } else {
                    constant[0] = false;
                }
            }
        });
        return constant[0] && values.size() == 1;
    }
}
