package dev.pupil.examples.opponent;

import dev.pupil.runtime.data.DataSet;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Hebb's rule: feature times label, all being −1 and +1, is added to the feature's weight, here from −8 to 7 only. */
public final class SaturatingHebb implements Opponent {

    @Override
    public Predicate<BitSet> learn(DataSet examples) {
        int[] weights = IntStream.range(0, examples.features())
                .map(j -> weight(examples, j))
                .toArray();
        return query -> IntStream.range(0, weights.length)
                        .map(j -> weights[j] * Opponent.sign(query.get(j)))
                        .sum()
                >= 0;
    }

    private static int weight(DataSet examples, int j) {
        return IntStream.range(0, examples.size())
                .map(i -> Opponent.sign(examples.feature(i, j)) * Opponent.sign(examples.label(i)))
                .reduce(0, (weight, change) -> Math.clamp(weight + (long) change, -8, 7));
    }
}
