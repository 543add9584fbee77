package dev.pupil.compiler.check.range;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.check.resolve.AffineFolding;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds assignments in which an element becomes what it is from elements of the same place only. */
final class InPlace {
    private InPlace() {}

    /**
     * Whether what an assignment takes from a group of variables are elements that have the target's indices, so that no
     * value of the group goes from one place to another.
     */
    static boolean isInPlace(Statement.Assign assign, ImmutableSet<Variable> group) {
        List<Expression> sources = new ArrayList<>();
        Change.collectSources(assign.value(), sources);
        return sources.stream().allMatch(source -> switch (source) {
            case Expression.Read read -> !group.contains(read.variable()) || assign.target() instanceof Expression.Read;
            case Expression.Element element ->
                !group.contains(element.array())
                        || (assign.target() instanceof Expression.Element target && isSamePlace(element, target));
            default -> throw new IllegalStateException("not a variable: " + source);
        });
    }

    private static boolean isSamePlace(Expression.Element one, Expression.Element other) {
        if (one.indices().size() != other.indices().size()) {
            return false;
        }
        for (int i = 0; i < one.indices().size(); i++) {
            Optional<Affine> index = AffineFolding.affine(one.indices().get(i));
            if (index.isEmpty()
                    || !index.equals(AffineFolding.affine(other.indices().get(i)))) {
                return false;
            }
        }
        return true;
    }
}
