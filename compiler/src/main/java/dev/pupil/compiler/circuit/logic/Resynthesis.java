package dev.pupil.compiler.circuit.logic;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds ways to write a given vector of values, one for each situation that can occur, as a sum of very few thresholds:
 * all ways with one or two thresholds of small weights, ways with more that are thresholds of the same weights, and all
 * of these where a literal switches the whole sum on. What has been found for some vector in some situations is kept. Not
 * safe for use by several threads.
 */
public final class Resynthesis {
    /** The most variables for which all thresholds are tried. */
    private static final int MOST_VARIABLES = 6;

    /** The most variables for which weights ±2 are tried, too. */
    private static final int MOST_FOR_TWOS = 4;

    /** The most ways that are kept. */
    private static final int MOST_WAYS = 200;

    private static final int[] COEFFICIENTS = {1, -1, 2, -2};

    private static final Comparator<Combination> BY_COST =
            Comparator.comparingInt(way -> Improvement.cost(way, Improvement::cost));

    private final Map<Situations.Key, UnitPool> pools = new HashMap<>();
    private final Map<Question, ImmutableList<Combination>> answers = new HashMap<>();

    private record Question(Situations.Key situations, ImmutableIntArray target) {}

    private UnitPool pool(Situations situations) {
        return pools.computeIfAbsent(
                situations.key(), key -> new UnitPool(situations, situations.width() <= MOST_FOR_TWOS ? 2 : 1));
    }

    /** Nothing is known yet. */
    public Resynthesis() {}

    /** The ways that were found, cheap ones first. */
    ImmutableList<Combination> ways(Situations situations, int[] target) {
        return numbered(situations.numbered(), target).stream()
                .map(way -> way.renamed(situations::variable))
                .collect(ImmutableList.toImmutableList());
    }

    /** The same where the variables are numbered from 0, so that what is found does for all such situations. */
    private ImmutableList<Combination> numbered(Situations situations, int[] target) {
        Question question = new Question(situations.key(), ImmutableIntArray.copyOf(target));
        ImmutableList<Combination> known = answers.get(question);
        if (known == null) {
            known = search(situations, target);
            answers.put(question, known);
        }
        return known;
    }

    private ImmutableList<Combination> search(Situations situations, int[] target) {
        Search search = new Search(situations, target);
        search.constant();
        if (situations.width() <= MOST_VARIABLES) {
            search.runUnlessDone(() -> search.single(target, Map.of()));
            search.runUnlessDone(search::pairs);
            search.runUnlessDone(search::ridges);
        }
        search.runUnlessDone(search::gated);
        return search.ways.stream().sorted(BY_COST).limit(MOST_WAYS).collect(ImmutableList.toImmutableList());
    }

    /** One search: what is wanted, and what was found. */
    private final class Search {
        private final Situations situations;
        private final int[] target;
        private final Set<Combination> ways = new LinkedHashSet<>();

        Search(Situations situations, int[] target) {
            this.situations = situations;
            this.target = target;
        }

        void runUnlessDone(Runnable attempt) {
            if (ways.isEmpty()) {
                attempt.run();
            }
        }

        /** Takes the sum if, after all, it is right. */
        void offer(Map<Threshold, Integer> coefficients, int bias) {
            Combination combination = Combination.of(coefficients, bias);
            if (Arrays.equals(situations.values(combination), target)) {
                ways.add(combination);
            }
        }

        void constant() {
            int first = target.length == 0 ? 0 : target[0];
            if (Arrays.stream(target).allMatch(value -> value == first)) {
                offer(Map.of(), first);
            }
        }

        /** Looks for one threshold that makes up the rest. */
        void single(int[] rest, Map<Threshold, Integer> others) {
            UnitPool pool = pool(situations);
            long all = pool.fingerprint(filled(1));
            long wanted = pool.fingerprint(rest);
            for (int bias = -1; bias <= 2; bias++) {
                single(pool, wanted - bias * all, bias, others);
            }
        }

        private int[] filled(int value) {
            int[] values = new int[situations.size()];
            Arrays.fill(values, value);
            return values;
        }

        private void single(UnitPool pool, long wanted, int bias, Map<Threshold, Integer> others) {
            for (int sign = -1; sign <= 1; sign += 2) {
                int found = pool.find(sign * wanted);
                if (found >= 0) {
                    Map<Threshold, Integer> coefficients = new TreeMap<>(others);
                    coefficients.merge(pool.threshold(found), sign, Integer::sum);
                    offer(coefficients, bias);
                }
            }
        }

        void pairs() {
            UnitPool pool = pool(situations);
            long all = pool.fingerprint(filled(1));
            long wanted = pool.fingerprint(target);
            for (int first = 0; first < pool.size(); first++) {
                for (int coefficient : COEFFICIENTS) {
                    long rest = wanted - coefficient * pool.fingerprint(first);
                    for (int bias = -1; bias <= 1 && pool.mayBeNear(rest); bias++) {
                        long left = rest - bias * all;
                        if (pool.find(left) >= 0 || pool.find(-left) >= 0) {
                            single(pool, left, bias, Map.of(pool.threshold(first), coefficient));
                        }
                    }
                }
            }
        }

        void ridges() {
            new Ridges(situations, target, this::offer).search();
        }

        /** Looks for a literal without which the target is constant, and for a sum where it is given. */
        void gated() {
            for (int position = 0; position < situations.width(); position++) {
                for (boolean value : new boolean[] {true, false}) {
                    Optional<Integer> otherwise = constantWhere(position, !value);
                    if (otherwise.isPresent()) {
                        gated(position, value, otherwise.get());
                        return;
                    }
                }
            }
        }

        private Optional<Integer> constantWhere(int position, boolean value) {
            Optional<Integer> constant = Optional.empty();
            for (int i = 0; i < target.length; i++) {
                if (situations.value(i, position) == value) {
                    if (constant.isPresent() && constant.get() != target[i]) {
                        return Optional.empty();
                    }
                    constant = Optional.of(target[i]);
                }
            }
            return constant;
        }

        private void gated(int position, boolean value, int otherwise) {
            Situations open = situations.where(position, value);
            int[] rest = IntStream.range(0, target.length)
                    .filter(i -> situations.value(i, position) == value)
                    .map(i -> target[i] - otherwise)
                    .toArray();
            ways(open, rest).forEach(sum -> {
                Map<Threshold, Integer> coefficients = new TreeMap<>();
                sum.coefficients()
                        .forEach((threshold, coefficient) ->
                                coefficients.merge(gate(threshold, position, value), coefficient, Integer::sum));
                if (sum.bias() != 0) {
                    coefficients.merge(
                            Threshold.conjunction(Map.of(situations.variable(position), value)),
                            sum.bias(),
                            Integer::sum);
                }
                offer(coefficients, otherwise);
            });
        }

        /** The threshold, lowered where the literal is not given by as much as makes it 0 there. */
        private Threshold gate(Threshold threshold, int position, boolean value) {
            int[] sums = situations.sums(threshold);
            int most = IntStream.range(0, sums.length)
                    .filter(i -> situations.value(i, position) != value)
                    .map(i -> sums[i])
                    .max()
                    .orElse(0);
            return most <= 0 ? threshold : threshold.lowered(situations.variable(position), value, most);
        }
    }
}
