package dev.pupil.verify;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.FileCheck;
import java.util.Map;

/**
 * How each obligation is checked.
 *
 * @param file how {@link Obligation#FILE} is
 * @param others how the others are, those that can be
 */
public record Checks(FileCheck file, ImmutableSortedMap<Obligation, Check> others) {
    public Checks {
        checkArgument(!others.containsKey(Obligation.FILE), "the file is checked before there is a subject");
    }

    /** Those checks. */
    public static Checks of(FileCheck file, Map<Obligation, Check> others) {
        return new Checks(file, ImmutableSortedMap.copyOf(others));
    }
}
