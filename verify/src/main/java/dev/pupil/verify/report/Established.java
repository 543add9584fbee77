package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was established in one way, in short.
 *
 * @param strength in which way
 * @param cases how many cases of which kinds: {@code 7 tensors, 14 channels}; kinds without any are left out
 */
public record Established(Strength strength, String cases) {

    /** Sums up evidence: a line for each strength, in the order in which they come. */
    public static ImmutableList<Established> of(List<Evidence> evidence) {
        Map<Strength, Map<String, Long>> counts = new LinkedHashMap<>();
        for (Evidence each : evidence) {
            counts.computeIfAbsent(each.strength(), strength -> new LinkedHashMap<>())
                    .merge(each.kind(), each.cases(), Math::addExact);
        }
        return counts.entrySet().stream()
                .map(strength -> new Established(strength.getKey(), describe(strength.getValue())))
                .collect(ImmutableList.toImmutableList());
    }

    private static String describe(Map<String, Long> kinds) {
        boolean any = kinds.values().stream().anyMatch(count -> count > 0);
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue() > 0 || !any)
                .map(kind -> Figures.count(kind.getValue(), kind.getKey()))
                .collect(Collectors.joining(", "));
    }
}
