package dev.pupil.compiler.logic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Makes sums of thresholds cheaper by writing a few of their summands anew, as long as that helps. */
final class Improvement {
    /** What a hidden unit costs, in weights: more than any change of weights can be worth. */
    static final int UNIT = 1000;

    /** The most summands that are written anew together. */
    private static final int MOST_SUMMANDS = 4;

    /** The most variables that these may read. */
    private static final int MOST_VARIABLES = 10;

    /** With more summands than this, each is written anew for itself alone. */
    private static final int MANY_SUMMANDS = 60;

    private final Function<BitSet, Decision> care;
    private final Resynthesis resynthesis = new Resynthesis();
    private final Map<BitSet, Situations> situations = new HashMap<>();

    /** The ways to write a sum that have been found. */
    private final Map<Combination, ImmutableList<Combination>> ways = new HashMap<>();

    /**
     * Improvement where not everything can occur.
     *
     * @param care what can occur, as a function of the given variables
     */
    Improvement(Function<BitSet, Decision> care) {
        this.care = care;
    }

    /** What a threshold costs that is used nowhere else. */
    static int cost(Threshold threshold) {
        return UNIT + threshold.nonZero();
    }

    /** What a sum costs if each threshold costs {@code cost}. */
    static int cost(Combination combination, ToIntFunction<Threshold> cost) {
        int sum = combination.bias() == 0 ? 0 : 1;
        for (Threshold threshold : combination.coefficients().keySet()) {
            sum += cost.applyAsInt(threshold) + 1;
        }
        return sum;
    }

    /** A sum with the same value in every situation, cheaper if possible. */
    Combination improve(Combination start, ToIntFunction<Threshold> cost) {
        Combination current = start.coefficients().size() > MANY_SUMMANDS ? improveEach(start, cost) : start;
        if (current.coefficients().size() > MANY_SUMMANDS) {
            return current;
        }
        Set<Combination> failed = new HashSet<>();
        Optional<Combination> better = Optional.of(current);
        while (better.isPresent()) {
            current = better.get();
            better = better(current, cost, failed);
        }
        return current;
    }

    /** Writes every summand anew once, for itself. */
    private Combination improveEach(Combination start, ToIntFunction<Threshold> cost) {
        Map<Threshold, Integer> sum = new TreeMap<>(start.coefficients());
        int bias = start.bias();
        for (Threshold threshold : start.coefficients().keySet()) {
            Integer coefficient = sum.remove(threshold);
            if (coefficient != null) {
                Combination summand = Combination.of(Map.of(threshold, coefficient), 0);
                Combination anew = cheapest(summand, other -> sum.containsKey(other) ? 0 : cost.applyAsInt(other))
                        .orElse(summand);
                add(sum, anew);
                bias += anew.bias();
            }
        }
        return Combination.of(sum, bias);
    }

    private static void add(Map<Threshold, Integer> sum, Combination further) {
        further.coefficients().forEach((threshold, coefficient) -> {
            if (sum.merge(threshold, coefficient, Integer::sum) == 0) {
                sum.remove(threshold);
            }
        });
    }

    private Optional<Combination> better(Combination current, ToIntFunction<Threshold> cost, Set<Combination> failed) {
        List<Map.Entry<Threshold, Integer>> all =
                current.coefficients().entrySet().asList();
        for (int size = 1; size <= mostSummands(all.size()); size++) {
            for (List<Map.Entry<Threshold, Integer>> chosen : choices(all, size)) {
                Combination replaced = new Combination(ImmutableSortedMap.copyOf(chosen), 0);
                if (failed.contains(replaced)) {
                    continue;
                }
                Optional<Combination> better = anew(current, replaced, cost);
                if (better.isPresent()) {
                    return better;
                }
                failed.add(replaced);
            }
        }
        return Optional.empty();
    }

    /** How many of so many summands are written anew together: the fewer, the more there are to choose from. */
    private static int mostSummands(int available) {
        return available <= 10 ? MOST_SUMMANDS : available <= 20 ? 3 : 2;
    }

    private static <T> List<List<T>> choices(List<T> from, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<T>> choices = new ArrayList<>();
        for (int first = 0; first <= from.size() - size; first++) {
            for (List<T> others : choices(from.subList(first + 1, from.size()), size - 1)) {
                List<T> choice = new ArrayList<>();
                choice.add(from.get(first));
                choice.addAll(others);
                choices.add(choice);
            }
        }
        return choices;
    }

    /** The sum with some summands written anew, if that makes it cheaper. */
    private Optional<Combination> anew(Combination current, Combination replaced, ToIntFunction<Threshold> cost) {
        Map<Threshold, Integer> sum = new TreeMap<>(current.coefficients());
        sum.keySet().removeAll(replaced.coefficients().keySet());
        return cheapest(replaced, threshold -> sum.containsKey(threshold) ? 0 : cost.applyAsInt(threshold))
                .map(anew -> {
                    add(sum, anew);
                    return Combination.of(sum, current.bias() + anew.bias());
                })
                .filter(better -> cost(better, cost) < cost(current, cost));
    }

    /** The cheapest way to write a sum of few variables anew. */
    private Optional<Combination> cheapest(Combination replaced, ToIntFunction<Threshold> cost) {
        Optional<Combination> cheapest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Combination way : ways.computeIfAbsent(replaced, this::find)) {
            int price = cost(way, cost);
            if (price < least) {
                cheapest = Optional.of(way);
                least = price;
            }
        }
        return cheapest;
    }

    private ImmutableList<Combination> find(Combination replaced) {
        BitSet variables = new BitSet();
        replaced.coefficients()
                .keySet()
                .forEach(threshold -> threshold.weights().keySet().forEach(variables::set));
        if (variables.cardinality() > MOST_VARIABLES) {
            return ImmutableList.of();
        }
        Situations possible = situations.computeIfAbsent(variables, key -> Situations.of(care.apply(key), key));
        return resynthesis.ways(possible, possible.values(replaced));
    }
}
