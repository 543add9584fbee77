package dev.pupil.runtime.bits;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One weight of a filter replaced.
 *
 * @param part which tensor
 * @param index where in its values
 * @param value the new value
 */
record Change(Part part, int index, double value) {

    /** A filter's tensors. */
    enum Part {
        CONVOLUTION_WEIGHT,
        CONVOLUTION_BIAS,
        MIX_WEIGHT,
        MIX_BIAS,
        HEAD_HIDDEN_WEIGHT,
        HEAD_HIDDEN_BIAS,
        HEAD_OUTPUT_WEIGHT;

        Tensor of(Filter filter) {
            return switch (this) {
                case CONVOLUTION_WEIGHT -> filter.convolutionWeight();
                case CONVOLUTION_BIAS -> filter.convolutionBias();
                case MIX_WEIGHT -> filter.mixWeight();
                case MIX_BIAS -> filter.mixBias();
                case HEAD_HIDDEN_WEIGHT -> filter.headHiddenWeight();
                case HEAD_HIDDEN_BIAS -> filter.headHiddenBias();
                case HEAD_OUTPUT_WEIGHT -> filter.headOutputWeight();
            };
        }
    }

    /** Each weight that is not 0: dropped, one more, one less, and with its sign turned. */
    static List<Change> ofEveryWeight(Filter filter) {
        List<Change> changes = new ArrayList<>();
        for (Part part : Part.values()) {
            for (int index = 0; index < part.of(filter).values().length(); index++) {
                double value = part.of(filter).values().get(index);
                if (value != 0) {
                    for (double other : ImmutableSet.of(0.0, value + 1, value - 1, -value)) {
                        changes.add(new Change(part, index, other));
                    }
                }
            }
        }
        return changes;
    }

    /** Some weights that are 0 made to 1 or −1. */
    static List<Change> ofSomeZeros(Filter filter, Random random, int count) {
        List<Change> changes = new ArrayList<>();
        while (changes.size() < count) {
            Part part = Part.values()[random.nextInt(Part.values().length)];
            int index = random.nextInt(part.of(filter).values().length());
            if (part.of(filter).values().get(index) == 0) {
                changes.add(new Change(part, index, 2 * random.nextInt(2) - 1));
            }
        }
        return changes;
    }

    /** The filter with this change. */
    Filter in(Filter filter) {
        return new Filter(
                filter.name(),
                filter.channels(),
                filter.units(),
                tensor(filter, Part.CONVOLUTION_WEIGHT),
                tensor(filter, Part.CONVOLUTION_BIAS),
                tensor(filter, Part.MIX_WEIGHT),
                tensor(filter, Part.MIX_BIAS),
                tensor(filter, Part.HEAD_HIDDEN_WEIGHT),
                tensor(filter, Part.HEAD_HIDDEN_BIAS),
                tensor(filter, Part.HEAD_OUTPUT_WEIGHT),
                filter.geometry());
    }

    private Tensor tensor(Filter filter, Part each) {
        Tensor tensor = each.of(filter);
        if (each != part) {
            return tensor;
        }
        double[] values = tensor.values().toArray();
        values[index] = value;
        return Tensor.of(values, tensor.shape().toArray());
    }
}
