package dev.pupil.verify.trial;

import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.data.DataSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Random data: fair coins, or now and then coins that mostly fall on one side, since many learners wait for rare rows. */
public final class RandomData {
    private final RandomGenerator random;

    /** Data that depend on the state of {@code random} only. */
    public RandomData(RandomGenerator random) {
        this.random = random;
    }

    /** Trials without end, each with so many queries. */
    public Stream<Trial> trials(Sizes sizes, int queries) {
        return Stream.generate(() -> new Trial(training(sizes), unlabelled(sizes.features(), queries)));
    }

    /** m examples of d features with random labels. */
    public DataSet training(Sizes sizes) {
        BitSet labels = bits(sizes.examples(), bias());
        return DataSet.of(sizes.features(), rows(sizes.features(), sizes.examples()), Optional.of(labels));
    }

    /** Rows without labels. */
    public DataSet unlabelled(int features, int rows) {
        return DataSet.of(features, rows(features, rows), Optional.empty());
    }

    private List<BitSet> rows(int features, int count) {
        double bias = bias();
        List<BitSet> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(bits(features, bias));
        }
        return rows;
    }

    private double bias() {
        return switch (random.nextInt(4)) {
            case 0 -> 0.2;
            case 1 -> 0.8;
            default -> 0.5;
        };
    }

    private BitSet bits(int length, double bias) {
        BitSet bits = new BitSet();
        for (int i = 0; i < length; i++) {
            bits.set(i, random.nextDouble() < bias);
        }
        return bits;
    }
}
