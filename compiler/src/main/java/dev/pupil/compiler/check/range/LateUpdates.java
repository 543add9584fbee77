package dev.pupil.compiler.check.range;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.check.resolve.Interval;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Memory that {@code learn} updates once an example, after it was read: before that update it has been made for at most
 * m − 1 examples, so a counter from 0 is below m.
 */
final class LateUpdates {
    private static final Polynomial EARLIER_EXAMPLES = Polynomial.EXAMPLES.plus(Polynomial.constant(-1));

    private final RangeInference inference;
    private final Set<Statement> passed = new HashSet<>();
    private boolean learning;

    LateUpdates(RangeInference inference) {
        this.inference = inference;
    }

    /** Tells which body is being walked. */
    void enter(boolean learn) {
        learning = learn;
    }

    /** Tells that the walk goes past an assignment. */
    void pass(Statement.Assign assign) {
        passed.add(assign);
    }

    /** What a variable can be where the walk is. */
    Interval here(Variable variable) {
        return beforeUpdate(variable).orElseGet(() -> inference.of(variable));
    }

    private Optional<Interval> beforeUpdate(Variable variable) {
        ImmutableList<Site> sites = inference.sites(variable);
        boolean late = learning
                && variable.kind() == Variable.Kind.MEMORY
                && !variable.isArray()
                && sites.size() == 1
                && sites.getFirst().runsOncePerExample()
                && !passed.contains(sites.getFirst().assign());
        return late ? counted(variable, sites.getFirst()) : Optional.empty();
    }

    private Optional<Interval> counted(Variable variable, Site site) {
        Interval step = Interval.of(0, 0);
        try {
            for (Change change : inference.changes(site)) {
                if (!change.carried()) {
                    return Optional.empty();
                }
                step = step.hull(change.amount());
            }
        } catch (Refusal refusal) {
            return Optional.empty();
        }
        Interval initial = Interval.of(variable.initial(), variable.initial());
        return Optional.of(initial.plus(step.repeated(EARLIER_EXAMPLES)));
    }
}
