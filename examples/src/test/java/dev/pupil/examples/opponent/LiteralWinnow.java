package dev.pupil.examples.opponent;

import dev.pupil.runtime.data.DataSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;

/**
 * WINNOW2 as N. Littlestone defines it ("Learning quickly when irrelevant attributes abound", Machine Learning 2, 1988,
 * section 5), on n = 2 d attributes: the features and, after them, their negations. Its factor α is 2, its threshold θ is
 * n / 2, its weights are 1 at first, and here they stay between 1/2 and 8.
 */
public final class LiteralWinnow implements Opponent {
    private static final double FACTOR = 2;

    @Override
    public Predicate<BitSet> learn(DataSet examples) {
        int features = examples.features();
        double[] weights = new double[2 * features];
        Arrays.fill(weights, 1);
        for (int i = 0; i < examples.size(); i++) {
            BitSet attributes = attributes(features, examples.row(i));
            boolean label = examples.label(i);
            if (predicted(weights, attributes) != label) {
                double factor = label ? FACTOR : 1 / FACTOR;
                attributes.stream().forEach(a -> weights[a] = Math.clamp(weights[a] * factor, 0.5, 8));
            }
        }
        return query -> predicted(weights, attributes(features, query));
    }

    private static boolean predicted(double[] weights, BitSet attributes) {
        double threshold = weights.length / 2.0;
        return attributes.stream().mapToDouble(a -> weights[a]).sum() >= threshold;
    }

    private static BitSet attributes(int features, BitSet row) {
        BitSet attributes = new BitSet();
        for (int j = 0; j < features; j++) {
            attributes.set(row.get(j) ? j : features + j);
        }
        return attributes;
    }
}
