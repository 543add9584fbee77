package dev.pupil.compiler.circuit.logic;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A rectified threshold of bits: max(0, Σ weight·bit + bias). Not a record, since its hash code is asked for a lot. */
public final class Threshold implements Comparable<Threshold> {
    private static final Comparator<Threshold> ORDER = Comparator.comparingInt(Threshold::nonZero)
            .thenComparing(threshold -> threshold.weights.keySet(), Comparators.lexicographical(Ordering.natural()))
            .thenComparing(threshold -> threshold.weights.values(), Comparators.lexicographical(Ordering.natural()))
            .thenComparingInt(Threshold::bias);

    private final ImmutableSortedMap<Integer, Integer> weights;
    private final int bias;
    private final int hash;

    private Threshold(ImmutableSortedMap<Integer, Integer> weights, int bias) {
        this.weights = weights;
        this.bias = bias;
        this.hash = 31 * weights.hashCode() + bias;
    }

    /** A threshold; zero weights are left out. */
    public static Threshold of(Map<Integer, Integer> weights, int bias) {
        TreeMap<Integer, Integer> nonZero = new TreeMap<>(weights);
        nonZero.values().removeIf(weight -> weight == 0);
        return new Threshold(ImmutableSortedMap.copyOf(nonZero, Ordering.natural()), bias);
    }

    /** The non-zero weights by variable. */
    public ImmutableSortedMap<Integer, Integer> weights() {
        return weights;
    }

    /** What is added to the sum. */
    public int bias() {
        return bias;
    }

    /** 1 where every variable has the given value, else 0: Σ positive − Σ negative − (#positive − 1). */
    public static Threshold conjunction(Map<Integer, Boolean> literals) {
        TreeMap<Integer, Integer> weights = new TreeMap<>();
        int positive = 0;
        for (Map.Entry<Integer, Boolean> literal : literals.entrySet()) {
            weights.put(literal.getKey(), literal.getValue() ? 1 : -1);
            positive += literal.getValue() ? 1 : 0;
        }
        return of(weights, 1 - positive);
    }

    /** The same, less {@code amount} where the variable does not have the given value. */
    public Threshold lowered(int variable, boolean value, int amount) {
        TreeMap<Integer, Integer> more = new TreeMap<>(weights);
        more.merge(variable, value ? amount : -amount, Integer::sum);
        return of(more, value ? bias - amount : bias);
    }

    /** The same of other variables: for each, the one that {@code names} gives for it. */
    Threshold renamed(IntUnaryOperator names) {
        TreeMap<Integer, Integer> renamed = new TreeMap<>();
        weights.forEach((variable, weight) -> renamed.put(names.applyAsInt(variable), weight));
        return of(renamed, bias);
    }

    /** Where the value is more than 0. */
    public Decision isPositive(Decisions decisions) {
        ImmutableList<Map.Entry<Integer, Integer>> last =
                weights.entrySet().asList().reverse();
        // From the last variable to the first one, so that no diagrams are made but those that the result consists of.
        IntFunction<Decision> rest = sum -> decisions.constant(sum > 0);
        int least = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> weight : last) {
            least += Math.min(0, weight.getValue());
            most += Math.max(0, weight.getValue());
            rest = asking(decisions, weight, rest, least, most);
        }
        return rest.apply(bias);
    }

    /**
     * The function of a sum so far that asks one variable more.
     *
     * @param rest what the variables after it make of a sum
     * @param least the least that it and the variables after it can add
     * @param most the most
     */
    private static IntFunction<Decision> asking(
            Decisions decisions, Map.Entry<Integer, Integer> weight, IntFunction<Decision> rest, int least, int most) {
        Decision variable = decisions.variable(weight.getKey());
        Map<Integer, Decision> known = new HashMap<>();
        return sum -> {
            if (sum + least > 0 || sum + most <= 0) {
                return decisions.constant(sum + least > 0);
            }
            Decision decision = known.get(sum);
            if (decision == null) {
                decision = decisions.choice(variable, rest.apply(sum + weight.getValue()), rest.apply(sum));
                known.put(sum, decision);
            }
            return decision;
        };
    }

    /** The value where exactly the variables in {@code ones} are 1. */
    public int at(BitSet ones) {
        int sum = bias;
        for (Map.Entry<Integer, Integer> weight : weights.entrySet()) {
            sum += ones.get(weight.getKey()) ? weight.getValue() : 0;
        }
        return Math.max(0, sum);
    }

    /** Non-zero weights, the bias among them: what the unit costs beside its output weights. */
    public int nonZero() {
        return weights.size() + (bias == 0 ? 0 : 1);
    }

    @Override
    public int compareTo(Threshold other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Threshold threshold
                && hash == threshold.hash
                && bias == threshold.bias
                && weights.equals(threshold.weights);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "Threshold" + weights + "+" + bias;
    }
}
