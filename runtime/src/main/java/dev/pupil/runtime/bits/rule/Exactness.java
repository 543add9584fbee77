package dev.pupil.runtime.bits.rule;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.compiler.filter.Filter;
import java.util.List;

/**
 * Which weights are exact: those whose sums come out the same in single precision, in double precision and on paper, in
 * whatever order they are added up. Other networks are refused, because bits would then predict what no engine with
 * rounded numbers does.
 */
final class Exactness {
    /** All numbers are multiples of 1/1024 … */
    private static final double SCALE = 1 << 10;

    /** … and what is added up is this large together at most: 23 binary digits, of which single precision has 24. */
    private static final double LARGEST_SUM = 1 << 13;

    private static final String OUTPUT = "the output";

    private final Filter filter;
    private final int channels;

    Exactness(Filter filter) {
        this.filter = filter;
        this.channels = filter.channels().size();
    }

    /** Requires that every hidden unit's sum is exact, and every weight of the step by itself. */
    void requireStep() throws InexactNetworkException {
        for (int unit = 0; unit < filter.units().size(); unit++) {
            requireUnit(unit);
        }
        for (int channel = 0; channel < channels; channel++) {
            double bias = filter.mixBias().values().get(channel);
            if (!isExact(bias)) {
                throw new InexactNetworkException(
                        "channel %s is not a bit: its bias is %s".formatted(channelName(channel), bias));
            }
        }
    }

    private void requireUnit(int unit) throws InexactNetworkException {
        String name = "hidden unit " + filter.units().get(unit).name();
        double magnitude = requireExact(filter.convolutionBias().values().get(unit), name, "bias");
        for (int channel = 0; channel < channels; channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                double weight = filter.convolution(unit, channel, tap);
                String from = channelName(channel) + Filter.offset(tap);
                magnitude += largest(channel) * requireExact(weight, name, "weight from " + from);
            }
        }
        for (int channel = 0; channel < channels; channel++) {
            requireExact(filter.mix(channel, unit), name, "weight to " + channelName(channel));
        }
        requireSmall(magnitude, name);
    }

    /**
     * Requires that a channel's sum is exact.
     *
     * @param units all values of the hidden units
     */
    void requireSum(int channel, List<Diagram> units) throws InexactNetworkException {
        String target = "channel " + channelName(channel);
        double magnitude = Math.abs(filter.mixBias().values().get(channel));
        for (int unit = 0; unit < units.size(); unit++) {
            String name = "hidden unit " + filter.units().get(unit).name();
            magnitude += requireSummands(filter.mix(channel, unit), units.get(unit), name, target);
        }
        requireSmallSum(magnitude, target);
    }

    /** Requires that all that a unit can add to a sum is exact; returns its largest magnitude. */
    private static double requireSummands(double weight, Diagram unit, String name, String target)
            throws InexactNetworkException {
        if (weight == 0) {
            return 0;
        }
        double largest = 0;
        for (double value : Diagrams.values(unit)) {
            double summand = weight * value;
            if (!isExact(summand)) {
                throw new InexactNetworkException(
                        "%s is not exact on bits: it can add %s to %s".formatted(name, summand, target));
            }
            largest = Math.max(largest, Math.abs(summand));
        }
        return largest;
    }

    private static void requireSmallSum(double magnitude, String target) throws InexactNetworkException {
        if (magnitude > LARGEST_SUM) {
            throw new InexactNetworkException("%s is not exact on bits: what is added up to it can be %s, more than %s"
                    .formatted(target, magnitude, LARGEST_SUM));
        }
    }

    /** Requires that the sums of the head's hidden units are exact, and every weight of the head by itself. */
    void requireHead() throws InexactNetworkException {
        ImmutableDoubleArray outputs = filter.headOutputWeight().values();
        for (int unit = 0; unit < outputs.length(); unit++) {
            String name = headUnitName(unit);
            double magnitude = requireExact(filter.headHiddenBias().values().get(unit), name, "bias");
            for (int channel = 0; channel < channels; channel++) {
                double weight = filter.headHidden(unit, channel);
                magnitude += largest(channel) * requireExact(weight, name, "weight from " + channelName(channel));
            }
            requireExact(outputs.get(unit), name, "weight to the output");
            requireSmall(magnitude, name);
        }
    }

    /**
     * Requires that what the head makes of a pixel is exact.
     *
     * @param units all values of the head's hidden units
     */
    void requireOutput(List<Diagram> units) throws InexactNetworkException {
        double magnitude = 0;
        for (int unit = 0; unit < units.size(); unit++) {
            double weight = filter.headOutputWeight().values().get(unit);
            magnitude += requireSummands(weight, units.get(unit), headUnitName(unit), OUTPUT);
        }
        requireSmallSum(magnitude, OUTPUT);
    }

    private static String headUnitName(int unit) {
        return "the head's hidden unit " + unit;
    }

    /** What a channel's magnitude is at most. */
    private static double largest(int channel) {
        return channel == 0 ? 2 : 1;
    }

    private static boolean isExact(double number) {
        return Math.rint(number * SCALE) == number * SCALE && Math.abs(number) <= LARGEST_SUM;
    }

    /** The weight's magnitude. */
    private static double requireExact(double weight, String unit, String what) throws InexactNetworkException {
        if (!isExact(weight)) {
            throw new InexactNetworkException("%s is not exact on bits: its %s is %s".formatted(unit, what, weight));
        }
        return Math.abs(weight);
    }

    private static void requireSmall(double magnitude, String unit) throws InexactNetworkException {
        if (magnitude > LARGEST_SUM) {
            throw new InexactNetworkException("%s is not exact on bits: its weights add up to %s, more than %s"
                    .formatted(unit, magnitude, LARGEST_SUM));
        }
    }

    private String channelName(int channel) {
        return filter.channels().get(channel).name();
    }
}
