package dev.pupil.compiler.filter;

import com.google.common.primitives.ImmutableIntArray;
import java.util.function.Function;

/** A filter's tensors in the order in which data pass them, with the names that they have in files. */
public enum Part {
    /** A, [K, C, 3, 3]. */
    CONVOLUTION_WEIGHT("step.conv.weight", Filter::convolutionWeight),
    /** α, [K]. */
    CONVOLUTION_BIAS("step.conv.bias", Filter::convolutionBias),
    /** B, [C, K, 1, 1]. */
    MIX_WEIGHT("step.mix.weight", Filter::mixWeight),
    /** β, [C]. */
    MIX_BIAS("step.mix.bias", Filter::mixBias),
    /** V, [J, C]. */
    HEAD_HIDDEN_WEIGHT("head.hidden.weight", Filter::headHiddenWeight),
    /** ν, [J]. */
    HEAD_HIDDEN_BIAS("head.hidden.bias", Filter::headHiddenBias),
    /** u, [J]. */
    HEAD_OUTPUT_WEIGHT("head.output.weight", Filter::headOutputWeight);

    private final String tensorName;
    private final Function<Filter, Tensor> accessor;

    Part(String tensorName, Function<Filter, Tensor> accessor) {
        this.tensorName = tensorName;
        this.accessor = accessor;
    }

    /** The tensor's name in files. */
    public String tensorName() {
        return tensorName;
    }

    /** Its shape, where there are C channels, K hidden units, and J hidden units of the head. */
    public ImmutableIntArray shape(int channels, int units, int headUnits) {
        return switch (this) {
            case CONVOLUTION_WEIGHT -> ImmutableIntArray.of(units, channels, 3, 3);
            case CONVOLUTION_BIAS -> ImmutableIntArray.of(units);
            case MIX_WEIGHT -> ImmutableIntArray.of(channels, units, 1, 1);
            case MIX_BIAS -> ImmutableIntArray.of(channels);
            case HEAD_HIDDEN_WEIGHT -> ImmutableIntArray.of(headUnits, channels);
            case HEAD_HIDDEN_BIAS, HEAD_OUTPUT_WEIGHT -> ImmutableIntArray.of(headUnits);
        };
    }

    /** This tensor of a filter. */
    public Tensor of(Filter filter) {
        return accessor.apply(filter);
    }
}
