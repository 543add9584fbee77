package dev.pupil.compiler.text;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;

/**
 * Stage 5 as text: channels, how fields are written in their bits, hidden units, the tensors with their shapes and all
 * numbers that are not zero, and what may be relied on:
 *
 * <pre>
 * filter parity
 * image: max(m + 1, d + 1) rows, d + 1 columns, 3*(m + d) + 6 steps
 *
 * channel lane: lane bit 0 "memory times input, or workspace" [lane]
 *
 * encoding inside: 1 bit, 0 -&gt; 0, 1 -&gt; 1
 *
 * unit lane#1 [lane]
 *
 * tensor step.conv.weight[1, 1, 3, 3]
 * step.conv.weight[0, 0, 1, 1] = 1
 *
 * invariant !running | started
 * </pre>
 */
public final class FilterText {
    private FilterText() {}

    /** The text of a filter, all of whose numbers must be finite. */
    public static String print(Filter filter) {
        Output output = new Output();
        output.add("filter ").add(Quoting.name(filter.name()));
        output.line(0).add(StageParts.text(filter.geometry())).line(0);
        StageParts.printChannels(filter.channels(), output);
        output.line(0);
        StageParts.printEncodings(filter.legend().encodings(), output);
        output.line(0);
        for (UnitLabel unit : filter.units()) {
            output.line(0).add("unit ").add(Quoting.name(unit.name())).add(" ").add(StageParts.text(unit.origin()));
        }
        for (Part part : Part.values()) {
            print(part.tensorName(), part.of(filter), output.line(0));
        }
        StageParts.printInvariants(filter.legend().invariants(), output);
        return output.finish();
    }

    /** The shape, then the numbers that are not zero, each with its indices. */
    private static void print(String name, Tensor tensor, Output output) {
        output.line(0).add("tensor %s%s".formatted(name, indices(tensor.shape())));
        for (int i = 0; i < tensor.values().length(); i++) {
            double value = tensor.values().get(i);
            if (!Numbers.isPlainZero(value)) {
                output.line(0)
                        .add("%s%s = %s".formatted(name, indices(position(i, tensor.shape())), Numbers.text(value)));
            }
        }
    }

    private static ImmutableIntArray position(int number, ImmutableIntArray shape) {
        int[] position = new int[shape.length()];
        int rest = number;
        for (int i = shape.length() - 1; i >= 0; i--) {
            position[i] = rest % shape.get(i);
            rest /= shape.get(i);
        }
        return ImmutableIntArray.copyOf(position);
    }

    private static String indices(ImmutableIntArray indices) {
        return indices.isEmpty() ? "[]" : indices.toString();
    }
}
