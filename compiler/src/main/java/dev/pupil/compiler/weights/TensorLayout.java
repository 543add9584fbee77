package dev.pupil.compiler.weights;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;

/** The names and shapes of a weight file's tensors, in PyTorch's layout; letters as in {@link Filter}. */
public final class TensorLayout {
    /** A, [K, C, 3, 3]. */
    public static final String CONVOLUTION_WEIGHT = "step.conv.weight";
    /** α, [K]. */
    public static final String CONVOLUTION_BIAS = "step.conv.bias";
    /** B, [C, K, 1, 1]. */
    public static final String MIX_WEIGHT = "step.mix.weight";
    /** β, [C]. */
    public static final String MIX_BIAS = "step.mix.bias";
    /** V, [J, C]. */
    public static final String HEAD_HIDDEN_WEIGHT = "head.hidden.weight";
    /** ν, [J]. */
    public static final String HEAD_HIDDEN_BIAS = "head.hidden.bias";
    /** u, [J]. */
    public static final String HEAD_OUTPUT_WEIGHT = "head.output.weight";
    /** W, [m + 1, d + 1]. */
    public static final String MEMORY_WEIGHT = "memory.weight";

    private TensorLayout() {}

    /** All tensors of a file by name. */
    static ImmutableSortedMap<String, Tensor> tensors(WeightFile file) {
        Filter filter = file.filter();
        ImmutableSortedMap.Builder<String, Tensor> tensors = ImmutableSortedMap.<String, Tensor>naturalOrder()
                .put(CONVOLUTION_WEIGHT, filter.convolutionWeight())
                .put(CONVOLUTION_BIAS, filter.convolutionBias())
                .put(MIX_WEIGHT, filter.mixWeight())
                .put(MIX_BIAS, filter.mixBias())
                .put(HEAD_HIDDEN_WEIGHT, filter.headHiddenWeight())
                .put(HEAD_HIDDEN_BIAS, filter.headHiddenBias())
                .put(HEAD_OUTPUT_WEIGHT, filter.headOutputWeight());
        file.memory().ifPresent(memory -> tensors.put(MEMORY_WEIGHT, memory));
        return tensors.buildOrThrow();
    }

    /** The shapes of a filter's tensors: C channels, K hidden units, J hidden units of the head. */
    static ImmutableMap<String, ImmutableIntArray> shapes(int channels, int units, int headUnits) {
        return ImmutableMap.<String, ImmutableIntArray>builder()
                .put(CONVOLUTION_WEIGHT, ImmutableIntArray.of(units, channels, 3, 3))
                .put(CONVOLUTION_BIAS, ImmutableIntArray.of(units))
                .put(MIX_WEIGHT, ImmutableIntArray.of(channels, units, 1, 1))
                .put(MIX_BIAS, ImmutableIntArray.of(channels))
                .put(HEAD_HIDDEN_WEIGHT, ImmutableIntArray.of(headUnits, channels))
                .put(HEAD_HIDDEN_BIAS, ImmutableIntArray.of(headUnits))
                .put(HEAD_OUTPUT_WEIGHT, ImmutableIntArray.of(headUnits))
                .buildOrThrow();
    }
}
