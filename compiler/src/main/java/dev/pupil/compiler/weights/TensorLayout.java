package dev.pupil.compiler.weights;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;

/** The names and shapes of a weight file's tensors, in PyTorch's layout; letters as in {@link Filter}. */
public final class TensorLayout {
    /** W, [m + 1, d + 1]. */
    public static final String MEMORY_WEIGHT = "memory.weight";

    private TensorLayout() {}

    /** All tensors of a file by name. */
    static ImmutableSortedMap<String, Tensor> tensors(WeightFile file) {
        ImmutableSortedMap.Builder<String, Tensor> tensors = ImmutableSortedMap.naturalOrder();
        for (Part part : Part.values()) {
            tensors.put(part.tensorName(), part.of(file.filter()));
        }
        file.memory().ifPresent(memory -> tensors.put(MEMORY_WEIGHT, memory));
        return tensors.buildOrThrow();
    }

    /** The shapes of a filter's tensors: C channels, K hidden units, J hidden units of the head. */
    static ImmutableMap<String, ImmutableIntArray> shapes(int channels, int units, int headUnits) {
        ImmutableMap.Builder<String, ImmutableIntArray> shapes = ImmutableMap.builder();
        for (Part part : Part.values()) {
            shapes.put(part.tensorName(), part.shape(channels, units, headUnits));
        }
        return shapes.buildOrThrow();
    }
}
