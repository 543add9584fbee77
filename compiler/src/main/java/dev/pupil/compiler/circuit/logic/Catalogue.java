package dev.pupil.compiler.circuit.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers thresholds, and thresholds with coefficients, from 0, so that sets of them are cheap. */
final class Catalogue {
    private final Map<Threshold, Integer> numbers = new HashMap<>();
    private final List<Threshold> thresholds = new ArrayList<>();
    private final Map<Summand, Integer> summandNumbers = new HashMap<>();

    /** A threshold, by its number, with a coefficient. */
    private record Summand(int threshold, int coefficient) {}

    /** The threshold's number. */
    int number(Threshold threshold) {
        return numbers.computeIfAbsent(threshold, key -> {
            thresholds.add(key);
            return thresholds.size() - 1;
        });
    }

    /** The threshold of a number. */
    Threshold threshold(int number) {
        return thresholds.get(number);
    }

    /** The number of a summand. */
    int summand(int threshold, int coefficient) {
        return summandNumbers.computeIfAbsent(new Summand(threshold, coefficient), key -> summandNumbers.size());
    }
}
