package dev.pupil.examples.opponent;

import dev.pupil.runtime.data.DataSet;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** 1 if at least half of the labels are. */
public final class LabelCount implements Opponent {

    @Override
    public Predicate<BitSet> learn(DataSet examples) {
        long positive =
                IntStream.range(0, examples.size()).filter(examples::label).count();
        return query -> 2 * positive >= examples.size();
    }
}
