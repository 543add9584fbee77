package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the variables that count: wide integers in memory that start at 0, only ever become one more, outside of loops,
 * and are numbers of matrices' rows.
 */
public final class InductionVariables {
    private final Set<Variable> changedOtherwise = new HashSet<>();
    private final Set<Variable> counted = new HashSet<>();
    private final SetMultimap<Variable, Affine> rows = LinkedHashMultimap.create();

    private InductionVariables() {}

    /** The variables that count, each with how many rows the matrices have whose rows they are numbers of. */
    static ImmutableSetMultimap<Variable, Affine> of(Program program) {
        InductionVariables counts = new InductionVariables();
        counts.collect(program.learn(), false);
        counts.collect(program.predict(), false);
        return ImmutableSetMultimap.copyOf(Multimaps.filterKeys(
                counts.rows,
                variable -> counts.counted.contains(variable) && !counts.changedOtherwise.contains(variable)));
    }

    private void collect(List<Statement> statements, boolean isInLoop) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Assign assign && assign.target() instanceof Expression.Read read) {
                boolean counts = !isInLoop && isCount(read.variable(), assign.value());
                (counts ? counted : changedOtherwise).add(read.variable());
            }
            statement.parts().stream().flatMap(Expression::all).forEach(this::collect);
            statement.blocks().forEach(block -> collect(block, isInLoop || statement instanceof Statement.For));
        }
    }

    private static boolean isCount(Variable variable, Expression value) {
        return variable.kind() == Variable.Kind.MEMORY
                && !variable.type().isFinite()
                && variable.initial() == 0
                && ScanFitness.additions(variable, value)
                        .filter(additions -> additions.size() == 1
                                && !additions.getFirst().isNegative()
                                && additions.getFirst().value().asAffine().equals(Optional.of(Affine.constant(1))))
                        .isPresent();
    }

    private void collect(Expression expression) {
        if (expression instanceof Expression.Element element
                && element.indices().size() == 2
                && element.indices().getFirst() instanceof Expression.Read row) {
            rows.put(row.variable(), element.array().dimensions().getFirst());
        }
    }
}
