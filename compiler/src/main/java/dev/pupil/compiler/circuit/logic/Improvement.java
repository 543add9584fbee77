package dev.pupil.compiler.circuit.logic;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Resynthesis resynthesis;
    private final Catalogue catalogue = new Catalogue();
    private final Map<BitSet, Situations> situations = new HashMap<>();

    /** The ways to write summands, by their numbers, that have been found. */
    private final Map<ImmutableIntArray, ImmutableList<Sum>> ways = new HashMap<>();

    /** What has been made of a sum. */
    private final Map<Combination, List<Improved>> known = new HashMap<>();

    private record Improved(Prices prices, Combination result) {}

    /**
     * Improvement where not everything can occur.
     *
     * @param care what can occur, as a function of the given variables
     * @param resynthesis what knows how sums can be written
     */
    Improvement(Function<BitSet, Decision> care, Resynthesis resynthesis) {
        this.care = care;
        this.resynthesis = resynthesis;
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

    /** Prices where the given thresholds cost nothing. */
    Prices prices(Collection<Threshold> free) {
        BitSet numbers = new BitSet();
        free.forEach(threshold -> numbers.set(catalogue.number(threshold)));
        return new Prices(catalogue, numbers);
    }

    /**
     * A sum with the same value in every situation, cheaper if possible.
     *
     * @param prices that nothing has been asked of
     */
    Combination improve(Combination start, Prices prices) {
        List<Improved> before = known.computeIfAbsent(start, key -> new ArrayList<>());
        for (Improved improved : before) {
            if (prices.agreeWith(improved.prices())) {
                return improved.result();
            }
        }
        Combination result = improve(new Sum(catalogue, start), prices).combination();
        before.add(new Improved(prices, result));
        return result;
    }

    private Sum improve(Sum start, Prices prices) {
        Sum current = start.size() > MANY_SUMMANDS ? improveEach(start, prices) : start;
        if (current.size() > MANY_SUMMANDS) {
            return current;
        }
        Set<ImmutableIntArray> failed = new HashSet<>();
        Optional<Sum> better = Optional.of(current);
        while (better.isPresent()) {
            current = better.get();
            better = better(current, prices, failed);
        }
        return current;
    }

    /** Writes every summand anew once, for itself. */
    private Sum improveEach(Sum start, Prices prices) {
        Sum current = start;
        for (int position = 0; position < start.size(); position++) {
            int summand = start.threshold(position);
            int[] chosen = position(current, summand);
            if (chosen.length == 1) {
                Sum before = current;
                current = cheapest(current, chosen, prices)
                        .map(way -> before.replace(chosen, way))
                        .orElse(before);
            }
        }
        return current;
    }

    private static int[] position(Sum sum, int threshold) {
        for (int position = 0; position < sum.size(); position++) {
            if (sum.threshold(position) == threshold) {
                return new int[] {position};
            }
        }
        return new int[0];
    }

    private Optional<Sum> better(Sum current, Prices prices, Set<ImmutableIntArray> failed) {
        int most = Math.min(current.size(), mostSummands(current.size()));
        for (int size = 1; size <= most; size++) {
            int[] chosen = new int[size];
            for (int i = 0; i < size; i++) {
                chosen[i] = i;
            }
            do {
                ImmutableIntArray summands = summands(current, chosen);
                if (!failed.contains(summands)) {
                    Optional<Sum> better = anew(current, chosen, prices);
                    if (better.isPresent()) {
                        return better;
                    }
                    failed.add(summands);
                }
            } while (advance(chosen, current.size()));
        }
        return Optional.empty();
    }

    /** How many of so many summands are written anew together: the fewer, the more there are to choose from. */
    private static int mostSummands(int available) {
        return available <= 10 ? MOST_SUMMANDS : available <= 20 ? 3 : 2;
    }

    /** Goes on to the next ascending positions, in lexicographical order, if there are any. */
    private static boolean advance(int[] chosen, int available) {
        for (int last = chosen.length - 1; last >= 0; last--) {
            if (chosen[last] < available - (chosen.length - last)) {
                chosen[last]++;
                for (int i = last + 1; i < chosen.length; i++) {
                    chosen[i] = chosen[i - 1] + 1;
                }
                return true;
            }
        }
        return false;
    }

    private static ImmutableIntArray summands(Sum sum, int[] chosen) {
        ImmutableIntArray.Builder summands = ImmutableIntArray.builder(chosen.length);
        for (int position : chosen) {
            summands.add(sum.summand(position));
        }
        return summands.build();
    }

    /** The sum with some summands written anew, if that makes it cheaper. */
    private Optional<Sum> anew(Sum current, int[] chosen, Prices prices) {
        return cheapest(current, chosen, prices)
                .filter(way -> saved(current, chosen, way, prices) > 0)
                .map(way -> current.replace(chosen, way));
    }

    /** How much cheaper the sum is with {@code way} in place of what is chosen. */
    private static int saved(Sum current, int[] chosen, Sum way, Prices prices) {
        int saved = (current.bias() == 0 ? 0 : 1) - (current.bias() + way.bias() == 0 ? 0 : 1);
        for (int position : chosen) {
            saved += prices.of(current.threshold(position)) + 1;
        }
        for (int i = 0; i < way.size(); i++) {
            int threshold = way.threshold(i);
            int price = prices.of(threshold) + 1;
            if (!isLeft(current, chosen, threshold)) {
                saved -= price;
            } else if (current.coefficientOf(threshold) + way.coefficient(i) == 0) {
                saved += price;
            }
        }
        return saved;
    }

    /** Whether the threshold is in the sum, and not among what is chosen. */
    private static boolean isLeft(Sum current, int[] chosen, int threshold) {
        if (!current.has(threshold)) {
            return false;
        }
        for (int position : chosen) {
            if (current.threshold(position) == threshold) {
                return false;
            }
        }
        return true;
    }

    /** The cheapest way to write summands anew, where those that are left cost nothing. */
    private Optional<Sum> cheapest(Sum current, int[] chosen, Prices prices) {
        Optional<Sum> cheapest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Sum way : ways(current, chosen)) {
            int price = way.bias() == 0 ? 0 : 1;
            for (int i = 0; i < way.size(); i++) {
                int threshold = way.threshold(i);
                price += (isLeft(current, chosen, threshold) ? 0 : prices.of(threshold)) + 1;
            }
            if (price < least) {
                cheapest = Optional.of(way);
                least = price;
            }
        }
        return cheapest;
    }

    /** The ways to write summands of few variables anew. */
    private ImmutableList<Sum> ways(Sum current, int[] chosen) {
        return ways.computeIfAbsent(summands(current, chosen), key -> find(current.part(chosen)));
    }

    private ImmutableList<Sum> find(Combination replaced) {
        BitSet variables = new BitSet();
        replaced.coefficients()
                .keySet()
                .forEach(threshold -> threshold.weights().keySet().forEach(variables::set));
        if (variables.cardinality() > MOST_VARIABLES) {
            return ImmutableList.of();
        }
        Situations possible = situations.computeIfAbsent(variables, key -> Situations.of(care.apply(key), key));
        return resynthesis.ways(possible, possible.values(replaced)).stream()
                .map(way -> new Sum(catalogue, way))
                .collect(ImmutableList.toImmutableList());
    }
}
