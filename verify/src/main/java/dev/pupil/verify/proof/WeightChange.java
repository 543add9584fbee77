package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.weights.WeightFile;

/**
 * One number of a filter replaced.
 *
 * @param part which tensor
 * @param index where among its values
 * @param value the new value
 */
public record WeightChange(Part part, int index, double value) {

    /** Every number of every tensor, those that are 0 included: one more, one less, dropped, and with its sign turned. */
    public static ImmutableList<WeightChange> all(Filter filter) {
        ImmutableList.Builder<WeightChange> changes = ImmutableList.builder();
        for (Part part : Part.values()) {
            ImmutableDoubleArray values = part.of(filter).values();
            for (int index = 0; index < values.length(); index++) {
                double old = values.get(index);
                // Adding 0 turns −0 into 0: they are one number.
                for (double value : ImmutableSet.of(old + 1, old - 1, 0.0, -old + 0.0)) {
                    if (value != old) {
                        changes.add(new WeightChange(part, index, value));
                    }
                }
            }
        }
        return changes.build();
    }

    /** The file with this change. */
    public WeightFile in(WeightFile file) {
        return file.with(file.filter().with(part, index, value));
    }

    /** Such as {@code 2.0 instead of 1.0 as number 17 of step.conv.weight}. */
    public String describe(Filter filter) {
        return "%s instead of %s as number %s of %s"
                .formatted(value, part.of(filter).values().get(index), index, part.tensorName());
    }
}
