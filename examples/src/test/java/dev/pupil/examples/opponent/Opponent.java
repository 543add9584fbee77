package dev.pupil.examples.opponent;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.data.DataSet;
import java.io.IOException;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** An independent implementation of what an example program learns. */
@FunctionalInterface
public interface Opponent {
    /**
     * What has been learned from some examples, as a function from queries to labels.
     *
     * @param examples with labels, in the order in which they are learned
     * @throws IOException if a library wants to read or write and can't
     */
    Predicate<BitSet> learn(DataSet examples) throws IOException;

    /** Learns some examples and predicts the label of each query. */
    default ImmutableList<Boolean> predict(DataSet examples, DataSet queries) throws IOException {
        Predicate<BitSet> learned = learn(examples);
        return IntStream.range(0, queries.size())
                .mapToObj(i -> learned.test(queries.row(i)))
                .collect(ImmutableList.toImmutableList());
    }

    /** −1 for 0, 1 for 1. */
    static int sign(boolean bit) {
        return bit ? 1 : -1;
    }
}
