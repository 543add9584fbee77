package dev.pupil.compiler.circuit.logic;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * A combination whose summands have the numbers of a catalogue, in the combination's order.
 *
 * <p>Not a record, since it has arrays.
 */
final class Sum {
    private final Catalogue catalogue;
    private final Combination combination;
    private final int[] thresholds;
    private final int[] coefficients;
    private final BitSet present = new BitSet();

    Sum(Catalogue catalogue, Combination combination) {
        this.catalogue = catalogue;
        this.combination = combination;
        this.thresholds = combination.coefficients().keySet().stream()
                .mapToInt(catalogue::number)
                .toArray();
        this.coefficients = combination.coefficients().values().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        for (int threshold : thresholds) {
            present.set(threshold);
        }
    }

    /** The combination. */
    Combination combination() {
        return combination;
    }

    /** How many summands there are. */
    int size() {
        return thresholds.length;
    }

    /** The number of the threshold at {@code position}. */
    int threshold(int position) {
        return thresholds[position];
    }

    /** The coefficient at {@code position}. */
    int coefficient(int position) {
        return coefficients[position];
    }

    /** What is added to the sum of the summands. */
    int bias() {
        return combination.bias();
    }

    /** The number of the summand at {@code position}. */
    int summand(int position) {
        return catalogue.summand(thresholds[position], coefficients[position]);
    }

    /** Whether the threshold with that number is in the sum. */
    boolean has(int threshold) {
        return present.get(threshold);
    }

    /** The coefficient of the threshold with that number, 0 if it is not in the sum. */
    int coefficientOf(int threshold) {
        return present.get(threshold) ? combination.coefficients().getOrDefault(catalogue.threshold(threshold), 0) : 0;
    }

    /** The summands at {@code positions} alone, without the bias. */
    Combination part(int[] positions) {
        Map<Threshold, Integer> part = new TreeMap<>();
        for (int position : positions) {
            part.put(catalogue.threshold(thresholds[position]), coefficients[position]);
        }
        return Combination.of(part, 0);
    }

    /** The sum with {@code way} in place of the summands at {@code positions}. */
    Sum replace(int[] positions, Sum way) {
        Map<Threshold, Integer> sum = new TreeMap<>(combination.coefficients());
        for (int position : positions) {
            sum.remove(catalogue.threshold(thresholds[position]));
        }
        way.combination
                .coefficients()
                .forEach((threshold, coefficient) -> sum.merge(threshold, coefficient, Integer::sum));
        return new Sum(catalogue, Combination.of(sum, bias() + way.bias()));
    }
}
