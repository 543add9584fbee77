package dev.pupil.verify;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.TargetCheck;
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
        return of((target, settings) -> Conclusion.undecided("not there yet"), ImmutableMap.of());
    }
}
