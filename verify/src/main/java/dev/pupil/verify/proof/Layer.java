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
 * @param weights what hidden units or channels are multiplied by
 */
record Layer(ImmutableList<Sum> sums, long scale, Weights weights) {
    private static final int LARGEST_LANE = 2;

    /** A sum; the name is what people call it. */
    record Sum(String name, Extent extent) {}

    /**
     * A tensor of weights, as integers of which the network's {@code one} stands for 1.
     *
     * @param largest the size of the largest of them
     * @param grain the largest power of two that divides all of them; 0 if there are none but 0
     */
    record Weights(long largest, long grain) {
        private static final Weights NONE = new Weights(0, 0);

        private Weights plus(long weight) {
            return new Weights(Math.max(largest, Math.abs(weight)), Long.lowestOneBit(grain | weight));
        }

        private static Weights of(LongStream weights) {
            Weights all = NONE;
            for (long weight : (Iterable<Long>) weights::iterator) {
                all = all.plus(weight);
            }
            return all;
        }
    }

    /** The sums of hidden units that read bits and the lane, −1 to 2. */
    static Layer hidden(ImmutableList<Unit> units, IntFunction<String> name, long one) {
        ImmutableList<Sum> sums = IntStream.range(0, units.size())
                .mapToObj(unit -> new Sum(name.apply(unit), extent(units.get(unit))))
                .collect(toImmutableList());
        LongStream weights =
                units.stream().flatMap(unit -> unit.inputs().stream()).mapToLong(Input::weight);
        return new Layer(sums, one, Weights.of(weights));
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
        return new Layer(sums, Math.multiplyExact(hidden.scale, hidden.scale), Weights.of(weights));
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
}
