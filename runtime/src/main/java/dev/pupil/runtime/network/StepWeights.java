package dev.pupil.runtime.network;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.runtime.network.Gather.Tap;
import java.util.stream.IntStream;

/** The step's weights with the indices that the formulas use: c channels, k hidden units. */
record StepWeights(Filter filter) {
    private static final int SIDE = 3;

    private static final ImmutableList<Offset> OFFSETS =
            IntStream.range(0, Filter.TAPS).mapToObj(Filter::offset).collect(ImmutableList.toImmutableList());

    /** Always copied, so that no matrix is ever empty. */
    private static final Tap FIRST = new Tap(0, Offset.CENTER);

    /** C. */
    int channels() {
        return filter.channels().size();
    }

    /** K. */
    int units() {
        return filter.units().size();
    }

    /** A[unit, channel] at a tap. */
    double convolution(int unit, int channel, Offset at) {
        int tap = (at.row() + 1) * SIDE + at.column() + 1;
        return filter.convolution(unit, channel, tap);
    }

    /** α[unit]. */
    double convolutionBias(int unit) {
        return filter.convolutionBias().values().get(unit);
    }

    /** B[channel, unit]. */
    double mix(int channel, int unit) {
        return filter.mix(channel, unit);
    }

    /** β[channel]. */
    double mixBias(int channel) {
        return filter.mixBias().values().get(channel);
    }

    /** The (channel, tap) pairs that some unit reads, and the first in any case. */
    ImmutableList<Tap> inputTaps() {
        return taps(
                channels(),
                (channel, at) -> IntStream.range(0, units()).anyMatch(unit -> convolution(unit, channel, at) != 0));
    }

    /**
     * The (unit, tap) pairs through which some channel is read, a tap being where the unit is as seen from the pixel;
     * and the first in any case.
     */
    ImmutableList<Tap> outputTaps() {
        return taps(
                units(),
                (unit, at) -> IntStream.range(0, channels())
                        .anyMatch(channel -> convolution(unit, channel, opposite(at)) != 0));
    }

    /** Where a pixel is as seen from its neighbour {@code at}. */
    static Offset opposite(Offset at) {
        return new Offset(-at.row(), -at.column());
    }

    private static ImmutableList<Tap> taps(int planes, TapFilter used) {
        return IntStream.range(0, planes)
                .boxed()
                .flatMap(plane -> OFFSETS.stream().map(at -> new Tap(plane, at)))
                .filter(tap -> tap.equals(FIRST) || used.test(tap.plane(), tap.at()))
                .collect(ImmutableList.toImmutableList());
    }

    @FunctionalInterface
    private interface TapFilter {
        boolean test(int plane, Offset at);
    }
}
