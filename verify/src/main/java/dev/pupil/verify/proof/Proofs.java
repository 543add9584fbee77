package dev.pupil.verify.proof;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ImmutableMap;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;

/** The checks that are proofs. They rest on V2, which is proved for each subject once. Safe for use by several threads. */
public final class Proofs {
    /** By identity, and no longer than the subjects are needed. */
    private final LoadingCache<Subject, StepOutcome> steps =
            CacheBuilder.newBuilder().weakKeys().build(CacheLoader.from(StepOutcome::of));

    /** V2, V3 and V4. */
    public ImmutableMap<Obligation, Check> checks() {
        return ImmutableMap.of(
                Obligation.STEP, this::step,
                Obligation.ARITHMETIC, (subject, settings) -> onStep(subject, ArithmeticProof::conclusion),
                Obligation.GRADIENT, (subject, settings) -> onStep(subject, GradientProof::conclusion));
    }

    private Conclusion step(Subject subject, Settings settings) {
        return settings.crossCheck()
                ? StepProof.check(subject, settings)
                : StepProof.conclusion(steps.getUnchecked(subject));
    }

    private Conclusion onStep(Subject subject, Attempt attempt) {
        return Attempt.concludeOn(steps.getUnchecked(subject), attempt);
    }
}
