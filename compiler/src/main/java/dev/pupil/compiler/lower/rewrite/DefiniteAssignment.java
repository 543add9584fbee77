package dev.pupil.compiler.lower.rewrite;

import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells variables that carry a value into a block from those that get one there before they are looked at. */
public final class DefiniteAssignment {
    private DefiniteAssignment() {}

    /** Whether a scalar is assigned in the block, on every way through it, before anything reads it. */
    public static boolean isFresh(Variable scalar, List<Statement> block) {
        for (int i = 0; i < block.size(); i++) {
            Statement statement = block.get(i);
            if (mentions(statement, scalar)) {
                boolean isLast =
                        block.subList(i + 1, block.size()).stream().noneMatch(later -> mentions(later, scalar));
                return switch (statement) {
                    case Statement.Assign assign ->
                        assign.target() instanceof Expression.Read
                                && !reads(assign).contains(scalar);
                    case Statement.If choice ->
                        isLast
                                && !readsCondition(choice).contains(scalar)
                                && isFresh(scalar, choice.whenTrue())
                                && isFresh(scalar, choice.whenFalse());
                    case Statement.For loop -> isLast && isFresh(scalar, loop.body());
                    default -> false;
                };
            }
        }
        return true;
    }

    /** The scalars that a statement evaluates. */
    public static Set<Variable> reads(Statement statement) {
        Set<Variable> reads = new HashSet<>();
        statement.reads().forEach(expression -> addRead(expression, reads));
        return reads;
    }

    private static Set<Variable> readsCondition(Statement.If choice) {
        Set<Variable> reads = new HashSet<>();
        choice.condition().all().forEach(expression -> addRead(expression, reads));
        return reads;
    }

    private static void addRead(Expression expression, Set<Variable> reads) {
        if (expression instanceof Expression.Read read) {
            reads.add(read.variable());
        }
    }

    private static boolean mentions(Statement statement, Variable scalar) {
        Set<Variable> variables = new HashSet<>();
        Accesses.variables(statement, variables);
        return variables.contains(scalar);
    }
}
