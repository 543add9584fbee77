package dev.pupil.compiler.weights;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.grammar.source.Source;
import java.util.Optional;

/**
 * The contents of a weight file.
 *
 * @param filter the network's constant part
 * @param source the program it was compiled from, with the name it had then
 * @param learningRate η of the memory layer's SGD, 1
 * @param memory W, [m + 1, d + 1], once trained; row i holds η·y·z of example i, the last row that of the dummy example
 */
public record WeightFile(Filter filter, Source source, double learningRate, Optional<Tensor> memory) {
    public WeightFile {
        memory.ifPresent(weight -> checkArgument(
                weight.shape().length() == 2
                        && weight.shape().get(0) >= 2
                        && weight.shape().get(1) >= 2,
                "memory.weight has shape %s, not [m + 1, d + 1]",
                weight.shape()));
    }

    /** A compiled network that has learned nothing yet. */
    public static WeightFile untrained(Filter filter, Source source) {
        return new WeightFile(filter, source, 1, Optional.empty());
    }

    /** The same file with trained memory. */
    public WeightFile withMemory(Tensor weight) {
        return new WeightFile(filter, source, learningRate, Optional.of(weight));
    }

    /** The same file with another filter in the place of its own. */
    public WeightFile with(Filter other) {
        return new WeightFile(other, source, learningRate, memory);
    }

    /** The number format in which it is saved: the smallest that holds every number exactly. */
    public Dtype dtype() {
        return Dtype.holding(TensorLayout.tensors(this).values());
    }

    /** d and m of a trained file. */
    public Sizes sizes() {
        Tensor weight = memory.orElseThrow(() -> new IllegalStateException("not trained"));
        return new Sizes(weight.shape().get(1) - 1, weight.shape().get(0) - 1);
    }
}
