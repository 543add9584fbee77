package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A filter's numbers as integers: all of them times one power of two. No number is rounded.
 *
 * @param one the integer that stands for 1
 * @param units the step's hidden units
 * @param mixes how each channel is put together
 * @param head the head's hidden units
 * @param output what a pixel adds to the output, of those
 */
record ExactNetwork(
        long one, ImmutableList<Unit> units, ImmutableList<Mix> mixes, ImmutableList<Unit> head, Mix output) {
    /** Some binary places more than any compiled network has, for changed weights. */
    private static final int FEWEST_PLACES = 8;

    /** With so many places and {@link #MOST_BITS}, products of two weights and sums of many of them are 64-bit numbers. */
    private static final int MOST_PLACES = 16;

    private static final int MOST_BITS = 26;

    /** {@code weight} times a channel at a neighbour; {@code tap} is 3·row + column, 4 the pixel itself. */
    record Input(int channel, int tap, long weight) {}

    /** relu(Σ inputs + bias). */
    record Unit(ImmutableList<Input> inputs, long bias) {}

    /** {@code weight} times a hidden unit. */
    record Summand(int unit, long weight) {}

    /** Σ summands + bias. */
    record Mix(ImmutableList<Summand> summands, long bias) {}

    /**
     * The numbers of a filter.
     *
     * @throws UndecidedException if one of them is not a number, or too large or too fine to be calculated with in 64 bits
     */
    static ExactNetwork of(Filter filter) {
        return new Reader(filter).read();
    }

    /** What stands for 1 in sums of products of two weights. */
    long squareOfOne() {
        return one * one;
    }

    /** A sum of products of two weights, as people write it. */
    String text(long sum) {
        return new BigDecimal(sum)
                .divide(BigDecimal.valueOf(squareOfOne()))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The number as an integer, in this network's scale. */
    long exact(double number) {
        return exact(number, one);
    }

    private static long exact(double number, long one) {
        BigDecimal scaled = decimal(number).multiply(BigDecimal.valueOf(one));
        if (scaled.stripTrailingZeros().scale() > 0 || scaled.toBigInteger().bitLength() > MOST_BITS) {
            throw new UndecidedException("the weight %s is too large or too fine for these proofs".formatted(number));
        }
        return scaled.longValueExact();
    }

    private static BigDecimal decimal(double number) {
        if (!Double.isFinite(number)) {
            throw new UndecidedException("the weight %s is not a number".formatted(number));
        }
        return new BigDecimal(number);
    }

    /** Reads tensors. */
    private static final class Reader {
        private final Filter filter;
        private final long one;

        Reader(Filter filter) {
            this.filter = filter;
            this.one = 1L << places(filter);
        }

        /** How many binary places the numbers have: as many as decimal places, because 2⁻ⁿ has n of those. */
        private static int places(Filter filter) {
            int places = Arrays.stream(Part.values())
                    .flatMapToInt(part -> part.of(filter).values().stream()
                            .mapToInt(number ->
                                    decimal(number).stripTrailingZeros().scale()))
                    .max()
                    .orElseThrow();
            return Math.clamp(places, FEWEST_PLACES, MOST_PLACES);
        }

        ExactNetwork read() {
            return new ExactNetwork(
                    one,
                    list(filter.units().size(), this::unit),
                    list(filter.channels().size(), this::mix),
                    list(filter.headHiddenBias().values().length(), this::headUnit),
                    output());
        }

        private static <T> ImmutableList<T> list(int size, IntFunction<T> element) {
            return IntStream.range(0, size).mapToObj(element).collect(ImmutableList.toImmutableList());
        }

        private long exact(ImmutableDoubleArray values, int index) {
            return ExactNetwork.exact(values.get(index), one);
        }

        private Unit unit(int unit) {
            ImmutableList.Builder<Input> inputs = ImmutableList.builder();
            for (int channel = 0; channel < filter.channels().size(); channel++) {
                for (int tap = 0; tap < Filter.TAPS; tap++) {
                    long weight = ExactNetwork.exact(filter.convolution(unit, channel, tap), one);
                    if (weight != 0) {
                        inputs.add(new Input(channel, tap, weight));
                    }
                }
            }
            return new Unit(inputs.build(), exact(filter.convolutionBias().values(), unit));
        }

        private Mix mix(int channel) {
            ImmutableList.Builder<Summand> summands = ImmutableList.builder();
            for (int unit = 0; unit < filter.units().size(); unit++) {
                long weight = ExactNetwork.exact(filter.mix(channel, unit), one);
                if (weight != 0) {
                    summands.add(new Summand(unit, weight));
                }
            }
            return new Mix(summands.build(), exact(filter.mixBias().values(), channel));
        }

        private Mix output() {
            ImmutableList.Builder<Summand> summands = ImmutableList.builder();
            ImmutableDoubleArray weights = filter.headOutputWeight().values();
            for (int unit = 0; unit < weights.length(); unit++) {
                if (weights.get(unit) != 0) {
                    summands.add(new Summand(unit, exact(weights, unit)));
                }
            }
            return new Mix(summands.build(), 0);
        }

        private Unit headUnit(int unit) {
            ImmutableList.Builder<Input> inputs = ImmutableList.builder();
            for (int channel = 0; channel < filter.channels().size(); channel++) {
                long weight = ExactNetwork.exact(filter.headHidden(unit, channel), one);
                if (weight != 0) {
                    inputs.add(new Input(channel, CENTER, weight));
                }
            }
            return new Unit(inputs.build(), exact(filter.headHiddenBias().values(), unit));
        }
    }

    /** The tap of the pixel itself. */
    static final int CENTER = Filter.TAPS / 2;
}
