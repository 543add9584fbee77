package dev.pupil.compiler.weights;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;

/**
 * A weight file taken apart into what every file format holds: texts and tensors by name.
 *
 * @param metadata everything that is no tensor, such as the program, the channels and the number of steps
 * @param tensors in PyTorch's layout, {@code step.conv.weight} and so on; {@code memory.weight} only once trained
 * @param dtype the smallest number format that holds all tensors exactly
 */
public record SavedContents(
        ImmutableSortedMap<String, String> metadata, ImmutableSortedMap<String, Tensor> tensors, Dtype dtype) {

    /**
     * What is saved of {@code file}.
     *
     * @throws IllegalArgumentException if it could not be read back: a tensor of another shape than the filter's
     *     channels and units demand, or a number that is infinite or none
     */
    public static SavedContents of(WeightFile file) {
        ImmutableSortedMap<String, Tensor> tensors = TensorLayout.tensors(file);
        requireReadable(file, tensors);
        Filter filter = file.filter();
        Dtype dtype = file.dtype();
        Metadata metadata = new Metadata(file.source(), filter.legend(), filter.geometry(), file.learningRate(), dtype);
        return new SavedContents(metadata.texts(), tensors, dtype);
    }

    private static void requireReadable(WeightFile file, ImmutableSortedMap<String, Tensor> tensors) {
        checkArgument(file.learningRate() == Metadata.ONLY_LEARNING_RATE, "learning rate %s", file.learningRate());
        Filter filter = file.filter();
        ImmutableMap<String, ImmutableIntArray> shapes = TensorLayout.shapes(
                filter.channels().size(),
                filter.units().size(),
                filter.headOutputWeight().values().length());
        tensors.forEach((name, tensor) -> {
            ImmutableIntArray shape = shapes.getOrDefault(name, tensor.shape());
            checkArgument(tensor.shape().equals(shape), "%s has shape %s, not %s", name, tensor.shape(), shape);
            checkArgument(tensor.values().stream().allMatch(Double::isFinite), "%s is not finite", name);
        });
    }
}
