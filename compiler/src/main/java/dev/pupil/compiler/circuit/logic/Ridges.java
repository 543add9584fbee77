package dev.pupil.compiler.circuit.logic;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Looks for ways to write a vector of values as a function of one weighted sum of the variables (a ridge function): a
 * sum of thresholds with the same weights, one for each value of the sum at which the slope changes. Three-input
 * exclusive or, s − 2·max(0, s − 1) + 2·max(0, s − 2), and full adders are of this kind.
 */
final class Ridges {
    private final Situations situations;
    private final int[] target;
    private final Found found;

    /** Is told of every sum of thresholds that is found. */
    interface Found {
        /** Σ coefficient·threshold + bias equals the target. */
        void offer(Map<Threshold, Integer> coefficients, int bias);
    }

    Ridges(Situations situations, int[] target, Found found) {
        this.situations = situations;
        this.target = target;
        this.found = found;
    }

    /** Tries all weights −1, 0, 1. */
    void search() {
        search(0, new int[situations.width()], new int[situations.size()]);
    }

    private void search(int position, int[] weights, int[] sums) {
        if (position == weights.length) {
            ridge(weights, sums);
            return;
        }
        situations.add(position, -1, sums);
        for (int weight = -1; weight <= 1; weight++) {
            weights[position] = weight;
            search(position + 1, weights, sums);
            situations.add(position, weight < 1 ? 1 : -1, sums);
        }
        weights[position] = 0;
    }

    private void ridge(int[] weights, int[] sums) {
        int offset = weights.length;
        int unknown = Integer.MIN_VALUE;
        int[] values = new int[2 * offset + 1];
        Arrays.fill(values, unknown);
        for (int i = 0; i < sums.length; i++) {
            int at = sums[i] + offset;
            if (values[at] != unknown && values[at] != target[i]) {
                return;
            }
            values[at] = target[i];
        }
        TreeMap<Integer, Integer> function = new TreeMap<>();
        for (int at = 0; at < values.length; at++) {
            if (values[at] != unknown) {
                function.put(at - offset, values[at]);
            }
        }
        offer(weights, function);
    }

    /** Offers the piecewise linear function through the known values, if its slopes are whole numbers. */
    private void offer(int[] weights, NavigableMap<Integer, Integer> function) {
        Map<Threshold, Integer> coefficients = new TreeMap<>();
        int slope = 0;
        for (Map.Entry<Integer, Integer> from : function.entrySet()) {
            Map.Entry<Integer, Integer> to = function.higherEntry(from.getKey());
            if (to == null) {
                break;
            }
            int rise = to.getValue() - from.getValue();
            int run = to.getKey() - from.getKey();
            if (rise % run != 0) {
                return;
            }
            if (rise / run != slope) {
                coefficients.put(situations.threshold(weights, -from.getKey()), rise / run - slope);
                slope = rise / run;
            }
        }
        found.offer(coefficients, function.firstEntry().getValue());
    }
}
