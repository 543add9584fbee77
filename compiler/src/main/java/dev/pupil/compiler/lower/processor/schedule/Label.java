package dev.pupil.compiler.lower.processor.schedule;

import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.List;

/**
 * What a routine does with the label. As long as it leaves it alone, the label need not be fetched from its column: it
 * comes up with the example in every other column, too.
 *
 * @param isFixed whether no assignment of the routine can change it
 */
record Label(boolean isFixed) {
    /** A label that may change. */
    static final Label CHANGING = new Label(false);

    private static final Affine LAST_FEATURE = Affine.ofFeatures().minus(Affine.constant(1));

    /** What the statements of a routine do with the label. */
    static Label of(List<Statement> routine) {
        return new Label(isLeftAlone(routine, new Hull()));
    }

    private static boolean isLeftAlone(List<Statement> statements, Hull hull) {
        return statements.stream().allMatch(statement -> {
            if (statement instanceof Statement.For loop) {
                hull.enter(loop);
            }
            return !(statement instanceof Statement.Assign assign && !isLeftAlone(assign.target(), hull))
                    && statement.blocks().stream().allMatch(block -> isLeftAlone(block, hull));
        });
    }

    private static boolean isLeftAlone(Expression target, Hull hull) {
        return !(target instanceof Expression.Element element)
                || element.array().kind() != Variable.Kind.EXAMPLE
                || element.indices()
                        .getFirst()
                        .asAffine()
                        .filter(index -> Hull.isAtMost(hull.extreme(index, true), LAST_FEATURE))
                        .isPresent();
    }

    /** Whether an element is the label, and is known in every column. */
    boolean isIn(Expression.Element element) {
        return isFixed
                && element.array().kind() == Variable.Kind.EXAMPLE
                && element.indices()
                        .getFirst()
                        .asAffine()
                        .filter(Affine.ofFeatures()::equals)
                        .isPresent();
    }
}
