package dev.pupil.runtime.reference;

import dev.pupil.compiler.program.size.Sizes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The learners of the language's description. */
final class PlainLearners {
    private PlainLearners() {}

    record Example(BitSet features, boolean label) {}

    /** An echelon basis over GF(2), kept by lowest bit. */
    static PlainLearner parity(Sizes sizes) {
        Map<Integer, BitSet> basis = new HashMap<>();
        return new PlainLearner() {
            @Override
            public void learn(BitSet features, boolean label) {
                BitSet row = (BitSet) features.clone();
                row.set(sizes.features(), label);
                reduce(row);
                int pivot = row.nextSetBit(0);
                if (0 <= pivot && pivot < sizes.features()) {
                    basis.put(pivot, row);
                }
            }

            @Override
            public boolean predict(BitSet features) {
                BitSet row = (BitSet) features.clone();
                for (int pivot = row.nextSetBit(0);
                        0 <= pivot && pivot < sizes.features();
                        pivot = row.nextSetBit(pivot + 1)) {
                    if (basis.containsKey(pivot)) {
                        row.xor(basis.get(pivot));
                    }
                }
                return row.get(sizes.features());
            }

            private void reduce(BitSet row) {
                while (basis.containsKey(row.nextSetBit(0))) {
                    row.xor(basis.get(row.nextSetBit(0)));
                }
            }
        };
    }

    /** The literals that hold in every positive example: number j for feature j, −1 − j for its negation. */
    static PlainLearner conjunction(Sizes sizes) {
        Set<Integer> literals = new HashSet<>();
        IntStream.range(-sizes.features(), sizes.features()).forEach(literals::add);
        return new PlainLearner() {
            @Override
            public void learn(BitSet features, boolean label) {
                if (label) {
                    literals.removeIf(literal -> !holds(literal, features));
                }
            }

            @Override
            public boolean predict(BitSet features) {
                return literals.stream().allMatch(literal -> holds(literal, features));
            }

            private static boolean holds(int literal, BitSet features) {
                return literal >= 0 ? features.get(literal) : !features.get(-1 - literal);
            }
        };
    }

    /** All pairs in order, without those that an example contradicts. */
    static PlainLearner pair(Sizes sizes) {
        List<int[]> pairs = new ArrayList<>();
        for (int k = 0; k < sizes.features(); k++) {
            for (int j = k + 1; j < sizes.features(); j++) {
                pairs.add(new int[] {k, j});
            }
        }
        return new PlainLearner() {
            @Override
            public void learn(BitSet features, boolean label) {
                pairs.removeIf(pair -> differ(pair, features) != label);
            }

            @Override
            public boolean predict(BitSet features) {
                return !pairs.isEmpty() && differ(pairs.getFirst(), features);
            }

            private static boolean differ(int[] pair, BitSet features) {
                return features.get(pair[0]) != features.get(pair[1]);
            }
        };
    }

    /** Weights from −8 to 7 that saturate, a step of one on every mistake. */
    static PlainLearner perceptron(Sizes sizes) {
        int[] weights = new int[sizes.features()];
        return new PlainLearner() {
            @Override
            public void learn(BitSet features, boolean label) {
                if (predict(features) != label) {
                    for (int j = 0; j < weights.length; j++) {
                        int step = features.get(j) == label ? 1 : -1;
                        weights[j] = Math.clamp(weights[j] + step, -8, 7);
                    }
                }
            }

            @Override
            public boolean predict(BitSet features) {
                return IntStream.range(0, weights.length)
                                .map(j -> features.get(j) ? weights[j] : -weights[j])
                                .sum()
                        >= 0;
            }
        };
    }

    /** The first of the examples at the smallest Hamming distance. */
    static PlainLearner nearest(Sizes sizes) {
        List<Example> seen = new ArrayList<>(sizes.examples());
        return new PlainLearner() {
            @Override
            public void learn(BitSet features, boolean label) {
                seen.add(new Example((BitSet) features.clone(), label));
            }

            @Override
            public boolean predict(BitSet features) {
                return seen.stream()
                        .min(Comparator.comparingInt(example -> distance(example.features(), features)))
                        .orElseThrow()
                        .label();
            }

            private static int distance(BitSet left, BitSet right) {
                BitSet difference = (BitSet) left.clone();
                difference.xor(right);
                return difference.cardinality();
            }
        };
    }
}
