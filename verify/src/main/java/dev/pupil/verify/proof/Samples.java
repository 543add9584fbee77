package dev.pupil.verify.proof;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Neighbourhoods that satisfy the invariants, as numbers. They are kept by what they hold, not one by one, so that a
 * question is asked of all at once. Not safe for use by several threads at once.
 */
final class Samples {
    /** All that the lane can hold but 0. */
    private static final ImmutableIntArray LANES = ImmutableIntArray.of(-1, 1, 2);

    /** In which samples each input holds what: a set for each value that is not 0. */
    private final List<Plane> planes;

    private final int channels;
    private int count;

    /**
     * That an input holds a value.
     *
     * @param value not 0; 1, if the channel is not the lane
     */
    record Held(int channel, int tap, int value) {}

    /** The samples in which it does. */
    private record Plane(Held held, BitSet where) {}

    /** No samples yet of a network with so many channels, the lane included. */
    Samples(int channels) {
        this.channels = channels;
        this.planes = new ArrayList<>();
        for (int input = 0; input < channels * Filter.TAPS; input++) {
            ImmutableIntArray values = input < Filter.TAPS ? LANES : ImmutableIntArray.of(1);
            for (int i = 0; i < values.length(); i++) {
                planes.add(new Plane(new Held(input / Filter.TAPS, input % Filter.TAPS, values.get(i)), new BitSet()));
            }
        }
    }

    /** The same samples, to which others can be added. */
    Samples copy() {
        Samples copy = new Samples(channels);
        for (int plane = 0; plane < planes.size(); plane++) {
            copy.planes.get(plane).where.or(planes.get(plane).where);
        }
        copy.count = count;
        return copy;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /**
     * Adds a sample.
     *
     * @param values of all inputs, by channel and tap
     */
    void add(ImmutableIntArray values) {
        checkArgument(values.length() == channels * Filter.TAPS, "a sample has a value for each input");
        for (Plane plane : planes) {
            if (values.get(plane.held.channel * Filter.TAPS + plane.held.tap) == plane.held.value) {
                plane.where.set(count);
            }
        }
        count++;
    }

    private BitSet where(Held held) {
        return plane(held.channel, held.tap, held.value).where;
    }

    private Plane plane(int channel, int tap, int value) {
        int index = channel == 0
                ? tap * LANES.length() + LANES.indexOf(value)
                : channel * Filter.TAPS + tap + (LANES.length() - 1) * Filter.TAPS;
        return planes.get(index);
    }

    /** What a hidden unit adds up to in each sample. */
    Sums sums(Unit unit) {
        long[] sums = new long[count];
        for (Input input : unit.inputs()) {
            for (Plane plane : planesOf(input)) {
                long summand = input.weight() * plane.held.value;
                BitSet where = plane.where;
                for (int sample = where.nextSetBit(0); sample >= 0; sample = where.nextSetBit(sample + 1)) {
                    sums[sample] += summand;
                }
            }
        }
        return new Sums(sums, unit.bias());
    }

    private List<Plane> planesOf(Input input) {
        if (input.channel() != 0) {
            return List.of(plane(input.channel(), input.tap(), 1));
        }
        return LANES.stream().mapToObj(value -> plane(0, input.tap(), value)).toList();
    }

    /** The sums of one hidden unit. */
    final class Sums {
        private final long[] weighted;
        private final long bias;
        private final Map<Long, BitSet> known = new HashMap<>();

        private Sums(long[] weighted, long bias) {
            this.weighted = weighted;
            this.bias = bias;
        }

        /** The samples in which the sum is at least so large. */
        private BitSet atLeast(long least) {
            return known.computeIfAbsent(least, this::findAtLeast);
        }

        private BitSet findAtLeast(long least) {
            BitSet where = new BitSet(weighted.length);
            for (int sample = 0; sample < weighted.length; sample++) {
                if (weighted[sample] + bias >= least) {
                    where.set(sample);
                }
            }
            return where;
        }

        /** Whether there is a sample in which the sum is at least so large while the input holds the value. */
        boolean isSeen(long least, Optional<Held> held) {
            BitSet where = atLeast(least);
            return held.isPresent() ? where.intersects(where(held.get())) : !where.isEmpty();
        }
    }
}
