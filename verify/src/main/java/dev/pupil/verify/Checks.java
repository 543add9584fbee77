package dev.pupil.verify;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.verify.behaviour.DepthCheck;
import dev.pupil.verify.behaviour.EnginesCheck;
import dev.pupil.verify.behaviour.FileCheck;
import dev.pupil.verify.behaviour.MeaningCheck;
import dev.pupil.verify.behaviour.TrainingCheck;
import dev.pupil.verify.proof.Proofs;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.TargetCheck;
import dev.pupil.verify.teeth.TeethCheck;
import java.util.Map;

/**
 * How each obligation is checked.
 *
 * @param file how {@link Obligation#FILE} is
 * @param others how the others are, those that can be
 */
public record Checks(TargetCheck file, ImmutableSortedMap<Obligation, Check> others) {
    public Checks {
        checkArgument(!others.containsKey(Obligation.FILE), "the file is checked before there is a subject");
    }

    /** Those checks. */
    public static Checks of(TargetCheck file, Map<Obligation, Check> others) {
        return new Checks(file, ImmutableSortedMap.copyOf(others));
    }

    /** What {@code pupil verify} does. */
    public static Checks standard() {
        ImmutableMap<Obligation, Check> proofs = new Proofs().checks();
        ImmutableMap<Obligation, Check> others = ImmutableMap.<Obligation, Check>builder()
                .putAll(proofs)
                .put(Obligation.DEPTH, new DepthCheck())
                .put(Obligation.MEANING, new MeaningCheck())
                .put(Obligation.TRAINING, new TrainingCheck())
                .put(Obligation.ENGINES, new EnginesCheck())
                .put(Obligation.TEETH, new TeethCheck(proofs))
                .buildOrThrow();
        return of(FileCheck::check, others);
    }
}
