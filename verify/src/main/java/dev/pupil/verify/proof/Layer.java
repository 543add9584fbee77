package dev.pupil.verify.proof;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Mix;
import dev.pupil.verify.proof.ExactNetwork.Summand;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Sums of one kind that a network calculates: those of hidden units, or those that hidden units are mixed to.
 *
 * @param sums each of them
 * @param scale the integer that stands for 1 in their extents
 * @param largestWeight the size of the largest weight, in the same integers
 */
record Layer(ImmutableList<Sum> sums, long scale, long largestWeight) {
    private static final int LARGEST_LANE = 2;

    /** A sum; the name is what people call it. */
    record Sum(String name, Extent extent) {}

    /** The sums of hidden units that read bits and the lane, −1 to 2. */
    static Layer hidden(ImmutableList<Unit> units, IntFunction<String> name, long one) {
        ImmutableList<Sum> sums = IntStream.range(0, units.size())
                .mapToObj(unit -> new Sum(name.apply(unit), extent(units.get(unit))))
                .collect(toImmutableList());
        LongStream weights =
                units.stream().flatMap(unit -> unit.inputs().stream()).mapToLong(Input::weight);
        return new Layer(sums, one, largest(weights));
    }

    private static Extent extent(Unit unit) {
        Extent extent = Extent.EMPTY.plus(unit.bias());
        for (Input input : unit.inputs()) {
            boolean isLane = input.channel() == 0;
            extent = extent.plus(input.weight(), isLane ? -1 : 0, isLane ? LARGEST_LANE : 1);
        }
        return extent;
    }

    /** The sums that the rectified sums of a hidden layer are mixed to. */
    static Layer mixed(ImmutableList<Mix> mixes, IntFunction<String> name, Layer hidden) {
        ImmutableList<Sum> sums = IntStream.range(0, mixes.size())
                .mapToObj(mix -> new Sum(name.apply(mix), hidden.extent(mixes.get(mix))))
                .collect(toImmutableList());
        LongStream weights =
                mixes.stream().flatMap(mix -> mix.summands().stream()).mapToLong(Summand::weight);
        return new Layer(sums, Math.multiplyExact(hidden.scale, hidden.scale), largest(weights));
    }

    private Extent extent(Mix mix) {
        Extent extent = Extent.EMPTY.plus(Math.multiplyExact(mix.bias(), scale));
        for (Summand summand : mix.summands()) {
            Extent unit = sums.get(summand.unit()).extent;
            if (unit.most() > 0) {
                long factor = Math.multiplyExact(summand.weight(), unit.grain());
                extent = extent.plus(factor, 0, unit.most() / unit.grain());
            }
        }
        return extent;
    }

    /** The largest power of two that divides all partial sums. */
    long grain() {
        return Long.lowestOneBit(
                sums.stream().mapToLong(sum -> sum.extent.grain()).reduce(0, (one, other) -> one | other));
    }

    /** The sum with the largest partial sums. */
    Sum largest() {
        return sums.stream()
                .max(Comparator.comparingLong(sum -> sum.extent.reach()))
                .orElseThrow();
    }

    private static long largest(LongStream weights) {
        return weights.map(Math::abs).max().orElse(0);
    }
}
