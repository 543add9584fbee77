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
import dev.pupil.verify.tape.TapeCheck;
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
                .put(Obligation.DEPTH, learnersOr(new DepthCheck(), TapeCheck.HAS_NO_FORMULA))
                .put(Obligation.MEANING, learnersOr(new MeaningCheck(), TapeCheck.OF_AUTOMATON))
                .put(Obligation.TRAINING, learnersOr(new TrainingCheck(), TapeCheck.HAS_NO_TRAINING))
                .put(Obligation.ENGINES, learnersOr(new EnginesCheck(), TapeCheck.OF_ENGINES))
                .put(Obligation.TEETH, new TeethCheck(proofs))
                .buildOrThrow();
        return of(FileCheck::check, others);
    }

    /** A check of learners, and the one that machines which start on a tape have in its place. */
    private static Check learnersOr(Check ofLearners, Check ofTapes) {
        return (subject, settings) -> (subject.automaton().learns() ? ofLearners : ofTapes).check(subject, settings);
    }
}
