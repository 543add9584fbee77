package dev.pupil.compiler.check.range;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How often an assignment runs between two moments at which its variable is assigned something that does not depend on
 * it. A loop whose every iteration makes such an assignment, and all loops around it, do not count: any stretch without
 * one then meets each place of the loop's body at most once an iteration of the loops inside.
 */
final class Executions {
    private final ImmutableSet<Variable> group;
    private final boolean isInPlace;
    private final LoopRanges loops;
    private final ExpressionRanges ranges;

    private Executions(ImmutableSet<Variable> group, boolean isInPlace, LoopRanges loops, ExpressionRanges ranges) {
        this.group = group;
        this.isInPlace = isInPlace;
        this.loops = loops;
        this.ranges = ranges;
    }

    /**
     * An upper bound of the number of runs of {@code site}, an assignment to a variable of {@code group}, that can change
     * one value of the group.
     *
     * @param isInPlace whether elements become what they are from elements with the same indices only
     */
    static Polynomial between(
            Site site, ImmutableSet<Variable> group, boolean isInPlace, LoopRanges loops, ExpressionRanges ranges) {
        return new Executions(group, isInPlace, loops, ranges).of(site);
    }

    private Polynomial of(Site site) {
        Set<Variable> pinned = isInPlace ? pinned(site) : Set.of();
        Polynomial runs = Polynomial.constant(1);
        for (Statement.For loop : site.loops().reversed()) {
            if (restartsEachTime(loop.body())) {
                return runs;
            }
            if (!pinned.contains(loop.variable())) {
                runs = runs.times(loops.iterations(loop));
            }
        }
        boolean kept = group.stream().anyMatch(variable -> variable.kind() == Variable.Kind.MEMORY);
        return kept && !restartsEachTime(site.body()) ? runs.times(Polynomial.EXAMPLES) : runs;
    }

    /** Whether every run of {@code body} assigns something independent to the group's one variable. */
    private boolean restartsEachTime(List<Statement> body) {
        for (Statement statement : body) {
            if (statement instanceof Statement.Assign assign && restarts(assign)) {
                return true;
            }
            if (mayLeave(statement)) {
                return false;
            }
        }
        return false;
    }

    private boolean restarts(Statement.Assign assign) {
        return group.size() == 1
                && assign.target() instanceof Expression.Read read
                && group.contains(read.variable())
                && Change.of(assign.value(), group, ranges).stream().noneMatch(Change::carried);
    }

    /** Whether a statement may skip the rest of the body that it stands in. */
    private static boolean mayLeave(Statement statement) {
        return statement instanceof Statement.Break
                || statement instanceof Statement.Continue
                || (statement instanceof Statement.If choice
                        && choice.blocks().stream().flatMap(List::stream).anyMatch(Executions::mayLeave));
    }

    /**
     * Loop variables that have one value at most for each element of an array, given those of the other loops: an
     * element is not changed in more than one of their iterations. Each dimension's index pins one variable that occurs
     * in it, as long as all others in it are counted or pinned already.
     */
    private static Set<Variable> pinned(Site site) {
        Set<Variable> pinned = new HashSet<>();
        if (!(site.assign().target() instanceof Expression.Element element)) {
            return pinned;
        }
        Set<Variable> counted = new HashSet<>();
        ImmutableList<Variable> innermostFirst =
                site.loops().reversed().stream().map(Statement.For::variable).collect(ImmutableList.toImmutableList());
        for (Expression index : element.indices()) {
            if (index instanceof Expression.Index affine) {
                Set<Variable> free = new HashSet<>(affine.value().loops().keySet());
                free.removeAll(counted);
                free.removeAll(pinned);
                innermostFirst.stream().filter(free::contains).findFirst().ifPresent(pinned::add);
                counted.addAll(free);
                counted.removeAll(pinned);
            }
        }
        return pinned;
    }
}
