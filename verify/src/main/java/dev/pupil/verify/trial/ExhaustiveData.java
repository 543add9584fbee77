package dev.pupil.verify.trial;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.data.DataSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** All data there are at small sizes. */
public final class ExhaustiveData {
    private static final int MOST_BITS = 40;

    private ExhaustiveData() {}

    /**
     * Every sequence of m labelled examples, each with every query: 2^(m·(d + 1)) trials of 2^d queries.
     *
     * @throws IllegalArgumentException if there are more than 2^40 trials
     */
    public static Stream<Trial> trials(Sizes sizes) {
        int width = sizes.features() + 1;
        long bits = (long) width * sizes.examples();
        checkArgument(bits <= MOST_BITS, "2^%s data sets are too many to try", bits);
        DataSet queries = queries(sizes.features());
        return LongStream.range(0, 1L << bits).mapToObj(number -> new Trial(training(number, sizes), queries));
    }

    /** Every query of d features. */
    public static DataSet queries(int features) {
        checkArgument(features <= 20, "2^%s queries are too many to try", features);
        List<BitSet> all = IntStream.range(0, 1 << features)
                .mapToObj(number -> BitSet.valueOf(new long[] {number}))
                .toList();
        return DataSet.of(features, all, Optional.empty());
    }

    private static DataSet training(long number, Sizes sizes) {
        List<BitSet> examples = new ArrayList<>();
        BitSet labels = new BitSet();
        long rest = number;
        for (int i = 0; i < sizes.examples(); i++) {
            BitSet example = new BitSet();
            for (int j = 0; j < sizes.features(); j++) {
                example.set(j, (rest & 1) == 1);
                rest >>= 1;
            }
            labels.set(i, (rest & 1) == 1);
            rest >>= 1;
            examples.add(example);
        }
        return DataSet.of(sizes.features(), examples, Optional.of(labels));
    }
}
