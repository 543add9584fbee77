package dev.pupil.compiler.check.range;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.check.resolve.Interval;
import dev.pupil.compiler.check.resolve.Resolved;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Infers what variables can be by counting. Variables that are assigned from each other form a group. Any value of the
 * group goes back, through assignments that each ran once, to an initial value or to one assigned from outside the
 * group; so it lies within the hull of those, widened by what each assignment adds times how often it runs.
 */
final class RangeInference {
    private final ImmutableSet<Variable> inferred;
    private final LoopRanges loops;
    private final ImmutableListMultimap<Variable, Site> sites;
    private final Groups groups;
    /** Groups of all variables, those with declared ranges too; seldom needed. */
    private final Supplier<Groups> exchanging;

    private final ExpressionRanges ranges;
    private final Map<Variable, Interval> known = new HashMap<>();
    private final Map<Variable, Boolean> staying = new HashMap<>();
    private final Set<Variable> refused = new HashSet<>();

    RangeInference(Resolved resolved, LoopRanges loops) {
        this.inferred = resolved.inferred();
        this.loops = loops;
        this.sites = Site.all(resolved.program());
        this.groups = Groups.of(inferred, sites);
        this.exchanging = Suppliers.memoize(() -> Groups.of(sites.keySet(), sites));
        this.ranges = new ExpressionRanges(loops, this::of);
    }

    /** The assignments to a variable or to an array's elements. */
    ImmutableList<Site> sites(Variable variable) {
        return sites.get(variable);
    }

    /** The values of expressions. */
    ExpressionRanges ranges() {
        return ranges;
    }

    /**
     * What a variable, or any element of an array, can be: its declared range if it has one.
     *
     * @throws Refusal if it has none and none can be inferred; the first time, with the reason
     */
    Interval of(Variable variable) {
        if (!inferred.contains(variable)) {
            return Interval.of(variable.type());
        }
        Interval earlier = known.get(variable);
        if (earlier != null) {
            return earlier;
        }
        ImmutableSet<Variable> group = groups.of(variable);
        if (refused.contains(variable)) {
            throw Refusal.reportedAlready();
        }
        refused.addAll(group);
        Interval range = counted(group);
        refused.removeAll(group);
        group.forEach(member -> known.put(member, range));
        return range;
    }

    /**
     * Whether an inferred range is a variable's type, or counting shows that the variable stays in the declared one, by itself or together with the variables
     * that it exchanges values with.
     */
    boolean staysWithinItsType(Variable variable) {
        if (inferred.contains(variable)) {
            return true;
        }
        Boolean earlier = staying.get(variable);
        if (earlier != null) {
            return earlier;
        }
        Interval allowed = Interval.of(variable.type());
        boolean stays = within(ImmutableSet.of(variable), allowed)
                || within(exchanging.get().of(variable), allowed);
        staying.put(variable, stays);
        return stays;
    }

    private boolean within(ImmutableSet<Variable> group, Interval allowed) {
        try {
            return allowed.contains(counted(group));
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** The ways in which an assignment changes its own variable. */
    ImmutableList<Change> changes(Site site) {
        return Change.of(site.assign().value(), ImmutableSet.of(site.assign().changed()), ranges);
    }

    private Interval counted(ImmutableSet<Variable> group) {
        Interval starts = Interval.of(0, 0);
        Interval growth = Interval.of(0, 0);
        boolean first = true;
        for (Variable member : group) {
            Interval initial = Interval.of(member.initial(), member.initial());
            starts = first ? initial : starts.hull(initial);
            first = false;
        }
        boolean isInPlace = group.stream()
                .flatMap(member -> sites.get(member).stream())
                .allMatch(site -> InPlace.isInPlace(site.assign(), group));
        for (Variable member : group) {
            for (Site site : sites.get(member)) {
                Polynomial runs = Executions.between(site, group, isInPlace, loops, ranges);
                Interval step = Interval.of(0, 0);
                for (Change change : Change.of(site.assign().value(), group, ranges)) {
                    if (change.carried()) {
                        step = step.hull(change.amount());
                    } else {
                        starts = starts.hull(change.amount());
                    }
                }
                growth = growth.plus(step.repeated(runs));
            }
        }
        return starts.plus(growth);
    }
}
