package dev.pupil.compiler.text;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.text.antlr.StagesParser.EntryContext;
import dev.pupil.compiler.text.antlr.StagesParser.IndicesContext;
import dev.pupil.compiler.text.antlr.StagesParser.TensorContext;
import dev.pupil.grammar.source.Excerpt;

/** Tensors: the shape, then the numbers that are not zero, each with its indices. */
final class Tensors {
    /** More numbers than any filter that is written as text could need. */
    private static final int MOST_NUMBERS = 1 << 24;

    private Tensors() {}

    static void print(String name, Tensor tensor, Output output) {
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

    static Tensor read(TensorContext tensor) {
        ImmutableIntArray shape = read(tensor.indices());
        double[] values = new double[numbers(shape, tensor.indices())];
        int last = -1;
        for (EntryContext entry : tensor.entry()) {
            if (!Quoting.read(entry.name()).equals(Quoting.read(tensor.name()))) {
                throw Fault.at(
                        entry,
                        "expected a number of the tensor "
                                + Excerpt.quote(tensor.name().getText()));
            }
            int number = number(entry.indices(), shape);
            if (number <= last) {
                throw Fault.at(entry, "this number comes too late, or twice; the last index grows fastest");
            }
            values[number] = Numbers.read(entry.number());
            last = number;
        }
        return Tensor.of(values, shape.toArray());
    }

    private static ImmutableIntArray read(IndicesContext indices) {
        return indices.integer().stream()
                .mapToInt(Numbers::read)
                .collect(
                        ImmutableIntArray::builder,
                        ImmutableIntArray.Builder::add,
                        (all, more) -> all.addAll(more.build()))
                .build();
    }

    private static int numbers(ImmutableIntArray shape, IndicesContext place) {
        long numbers = 1;
        for (int i = 0; i < shape.length(); i++) {
            if (shape.get(i) < 0) {
                throw Fault.at(place.integer(i), "a dimension's size is not negative");
            }
            numbers *= shape.get(i);
            if (numbers > MOST_NUMBERS) {
                throw Fault.at(place, "a tensor here has at most " + MOST_NUMBERS + " numbers");
            }
        }
        return (int) numbers;
    }

    private static int number(IndicesContext indices, ImmutableIntArray shape) {
        ImmutableIntArray position = read(indices);
        if (position.length() != shape.length()) {
            throw Fault.at(indices, "expected %s indices, found %s".formatted(shape.length(), position.length()));
        }
        int number = 0;
        for (int i = 0; i < shape.length(); i++) {
            int index = position.get(i);
            if (index < 0 || index >= shape.get(i)) {
                throw Fault.at(
                        indices.integer(i),
                        "index %s is outside the tensor, whose size here is %s".formatted(index, shape.get(i)));
            }
            number = number * shape.get(i) + index;
        }
        return number;
    }
}
