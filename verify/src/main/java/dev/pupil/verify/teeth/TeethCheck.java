package dev.pupil.verify.teeth;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.Map;

/** V9: the checks notice whatever is changed in a file, weights and everything else. */
public final class TeethCheck implements Check {
    /** Programs that no other is like. */
    private static final ImmutableList<Source> OTHER_PROGRAMS =
            ImmutableList.of(new Source("first.pupil", """
                    learner first(d features) {
                        learn (example v) {}
                        predict (query v) { return v[0]; }
                    }
                    """), new Source("any.pupil", """
                    learner any(d features) {
                        memory bit seen[d];
                        learn (example v) { for j in 0..d { if v[j] { seen[j] = 1; } } }
                        predict (query v) {
                            bit known = 0;
                            for j in 0..d { if v[j] & seen[j] { known = 1; } }
                            return known;
                        }
                    }
                    """));

    /** What a harmless weight is harmless for. */
    private static final ImmutableSet<Obligation> JUDGED = ImmutableSet.of(Obligation.STEP, Obligation.GRADIENT);

    private final ImmutableList<Check> parts;

    /**
     * A check of checks.
     *
     * @param checks those that may refute a changed file, besides that of the file
     */
    public TeethCheck(Map<Obligation, Check> checks) {
        ImmutableSortedMap<Obligation, Check> inOrder = ImmutableSortedMap.copyOf(checks);
        this.parts = ImmutableList.of(
                new WeightChangesCheck(ImmutableSortedMap.copyOf(Maps.filterKeys(inOrder, JUDGED::contains))),
                new CorruptionsCheck(inOrder, OTHER_PROGRAMS));
    }

    @Override
    public Conclusion check(Subject subject, Settings settings) {
        ImmutableList.Builder<Evidence> evidence = ImmutableList.builder();
        for (Check part : parts) {
            Conclusion conclusion = part.check(subject, settings);
            evidence.addAll(conclusion.evidence());
            if (!(conclusion.verdict() instanceof Verdict.Holds)) {
                return new Conclusion(evidence.build(), conclusion.verdict());
            }
        }
        return new Conclusion(evidence.build(), new Verdict.Holds());
    }
}
