package dev.pupil.compiler.circuit.logic;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes several partial functions as sums of thresholds, with few different thresholds in all. Each function starts
 * from sums of cubes, which are improved; thresholds that other functions use cost nothing. This is repeated as long as
 * the total falls.
 */
public final class Synthesis {
    private static final int MOST_ROUNDS = 4;

    private final Decisions decisions;
    private final Improvement improvement;

    /**
     * Synthesis where not everything can occur.
     *
     * @param care what can occur, as a function of the given variables
     * @param resynthesis what knows how sums can be written, whatever their variables are
     */
    public Synthesis(Decisions decisions, Function<BitSet, Decision> care, Resynthesis resynthesis) {
        this.decisions = decisions;
        this.improvement = new Improvement(care, resynthesis);
    }

    /**
     * A sum for each of several functions, with its value wherever that is known.
     *
     * @param starts the sums to start from, of each function: {@link #starts}
     */
    public ImmutableList<Combination> combinations(List<? extends List<Combination>> starts) {
        List<Combination> current = new ArrayList<>();
        for (List<Combination> candidates : starts) {
            current.add(candidates.getFirst());
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean changed = false;
            for (int i = 0; i < current.size(); i++) {
                Combination better = best(current, i, starts.get(i));
                changed |= !better.equals(current.set(i, better));
            }
            if (!changed) {
                break;
            }
        }
        return ImmutableList.copyOf(current);
    }

    private Combination best(List<Combination> current, int index, List<Combination> starts) {
        Set<Threshold> elsewhere = new HashSet<>();
        for (int i = 0; i < current.size(); i++) {
            if (i != index) {
                elsewhere.addAll(current.get(i).coefficients().keySet());
            }
        }
        List<Combination> candidates = new ArrayList<>();
        candidates.add(improvement.improve(current.get(index), improvement.prices(elsewhere)));
        starts.forEach(start -> candidates.add(improvement.improve(start, improvement.prices(elsewhere))));
        Prices prices = improvement.prices(elsewhere);
        return candidates.stream().min(Comparator.comparingInt(prices::of)).orElseThrow();
    }

    /**
     * Sums of cubes for a function.
     *
     * @throws TooLargeException if they have too many summands
     */
    public ImmutableList<Combination> starts(PartialFunction function) {
        return Cover.of(decisions, function, List.of(false, true)).stream()
                .map(Synthesis::sum)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * A sum of cubes.
     *
     * @throws TooLargeException if it has too many summands
     */
    public Combination cubes(PartialFunction function) {
        return sum(Cover.of(decisions, function, List.of(false)).getFirst());
    }

    private static Combination sum(List<Cube> cubes) {
        Map<Threshold, Integer> coefficients = new TreeMap<>();
        int bias = 0;
        for (Cube cube : cubes) {
            if (cube.literals().isEmpty()) {
                bias += cube.coefficient();
            } else {
                coefficients.merge(Threshold.conjunction(cube.literals()), cube.coefficient(), Integer::sum);
            }
        }
        return Combination.of(coefficients, bias);
    }
}
