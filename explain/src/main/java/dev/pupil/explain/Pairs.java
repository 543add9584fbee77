package dev.pupil.explain;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.filter.Filter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Hidden units that are made to be subtracted from each other: they have the same weights but for the bias, and whatever
 * adds the one subtracts the other. Between them they make a step of a slope, which is how the lane is read.
 */
final class Pairs {
    private final Filter filter;

    private Pairs(Filter filter) {
        this.filter = filter;
    }

    /** For each unit with a partner of less bias that unit's number, by the first's number. */
    static ImmutableMap<Integer, Integer> of(Filter filter) {
        Pairs pairs = new Pairs(filter);
        Map<Integer, Integer> partners = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (int first = 0; first < filter.units().size(); first++) {
            for (int second = 0; second < filter.units().size(); second++) {
                if (!taken.contains(first) && !taken.contains(second) && pairs.isPair(first, second)) {
                    partners.put(first, second);
                    taken.add(first);
                    taken.add(second);
                }
            }
        }
        return ImmutableMap.copyOf(partners);
    }

    private boolean isPair(int first, int second) {
        return bias(first) > bias(second) && isSubtracted(first, second) && hasSameWeights(first, second);
    }

    private double bias(int unit) {
        return filter.convolutionBias().values().get(unit);
    }

    private boolean isSubtracted(int first, int second) {
        boolean isRead = false;
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            double coefficient = filter.mix(channel, first);
            if (coefficient + filter.mix(channel, second) != 0) {
                return false;
            }
            isRead |= coefficient != 0;
        }
        return isRead;
    }

    private boolean hasSameWeights(int first, int second) {
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                if (filter.convolution(first, channel, tap) != filter.convolution(second, channel, tap)) {
                    return false;
                }
            }
        }
        return true;
    }
}
