package dev.pupil.compiler.filter;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import java.util.Map;
import java.util.function.Function;

/**
 * The network's constant part: h' = B·relu(A ⊛ h + α) + β with zero padding, and the head f = Σ u·relu(V·h + ν), where
 * C is the number of channels, K of hidden units and J of the head's hidden units. Convolution is meant as in deep
 * learning: tap (r, c) of A multiplies the neighbour at row offset r − 1, column offset c − 1.
 *
 * @param legend what the numbers mean
 * @param convolutionWeight A, [K, C, 3, 3]
 * @param convolutionBias α, [K]
 * @param mixWeight B, [C, K, 1, 1]
 * @param mixBias β, [C]
 * @param headHiddenWeight V, [J, C]
 * @param headHiddenBias ν, [J]
 * @param headOutputWeight u, [J]
 * @param geometry image size and number of steps
 */
public record Filter(
        Legend legend,
        Tensor convolutionWeight,
        Tensor convolutionBias,
        Tensor mixWeight,
        Tensor mixBias,
        Tensor headHiddenWeight,
        Tensor headHiddenBias,
        Tensor headOutputWeight,
        Geometry geometry) {

    /** How many pixels a convolution reads: a pixel and its eight neighbours, row by row. */
    public static final int TAPS = 9;

    private static final int SIDE = 3;

    public Filter {
        int channels = legend.channels().size();
        int units = legend.units().size();
        int headUnits = headOutputWeight.values().length();
        ImmutableMap.of(
                        Part.CONVOLUTION_WEIGHT, convolutionWeight,
                        Part.CONVOLUTION_BIAS, convolutionBias,
                        Part.MIX_WEIGHT, mixWeight,
                        Part.MIX_BIAS, mixBias,
                        Part.HEAD_HIDDEN_WEIGHT, headHiddenWeight,
                        Part.HEAD_HIDDEN_BIAS, headHiddenBias,
                        Part.HEAD_OUTPUT_WEIGHT, headOutputWeight)
                .forEach((part, tensor) -> checkArgument(
                        tensor.shape().equals(part.shape(channels, units, headUnits)),
                        "%s has shape %s, not %s",
                        part.tensorName(),
                        tensor.shape(),
                        part.shape(channels, units, headUnits)));
    }

    /**
     * A filter of all its parts.
     *
     * @throws NullPointerException if one of the tensors is missing
     */
    public static Filter of(Legend legend, Map<Part, Tensor> tensors, Geometry geometry) {
        Function<Part, Tensor> each = part -> requireNonNull(tensors.get(part), part.tensorName());
        return of(legend, each, geometry);
    }

    private static Filter of(Legend legend, Function<Part, Tensor> tensors, Geometry geometry) {
        return new Filter(
                legend,
                tensors.apply(Part.CONVOLUTION_WEIGHT),
                tensors.apply(Part.CONVOLUTION_BIAS),
                tensors.apply(Part.MIX_WEIGHT),
                tensors.apply(Part.MIX_BIAS),
                tensors.apply(Part.HEAD_HIDDEN_WEIGHT),
                tensors.apply(Part.HEAD_HIDDEN_BIAS),
                tensors.apply(Part.HEAD_OUTPUT_WEIGHT),
                geometry);
    }

    /** The learner's name. */
    public String name() {
        return legend.name();
    }

    /** The channels' names and roles, C of them; channel 0 is the analog lane. */
    public ImmutableList<Channel> channels() {
        return legend.channels();
    }

    /** The hidden units' names and origins, K of them. */
    public ImmutableList<UnitLabel> units() {
        return legend.units();
    }

    /** The neighbour that tap {@code tap}, 3·r + c, multiplies. */
    public static Offset offset(int tap) {
        return new Offset(tap / SIDE - 1, tap % SIDE - 1);
    }

    /** The same network with images of another size, or another number of steps. */
    public Filter with(Geometry other) {
        return of(legend, part -> part.of(this), other);
    }

    /** The same numbers with another legend, which has as many channels and hidden units. */
    public Filter with(Legend other) {
        return of(other, part -> part.of(this), geometry);
    }

    /** The same network with one number replaced, the one at {@code index} among a tensor's values. */
    public Filter with(Part changed, int index, double value) {
        Tensor tensor = changed.of(this);
        double[] values = tensor.values().toArray();
        values[index] = value;
        return with(changed, Tensor.of(values, tensor.shape().toArray()));
    }

    /** The same network with another tensor in the place of one. */
    public Filter with(Part replaced, Tensor tensor) {
        return of(legend, part -> part == replaced ? tensor : part.of(this), geometry);
    }

    /** A[unit, channel], of the neighbour at tap {@code tap}: 3·r + c. */
    public double convolution(int unit, int channel, int tap) {
        return convolutionWeight.values().get((unit * channels().size() + channel) * TAPS + tap);
    }

    /** B[channel, unit]. */
    public double mix(int channel, int unit) {
        return mixWeight.values().get(channel * units().size() + unit);
    }

    /** V[unit, channel], where {@code unit} is one of the head's. */
    public double headHidden(int unit, int channel) {
        return headHiddenWeight.values().get(unit * channels().size() + channel);
    }

    /** Non-zero weights and biases of the step (A, α, B, β), without the head's. */
    public int nonZeroWeights() {
        return convolutionWeight.nonZero() + convolutionBias.nonZero() + mixWeight.nonZero() + mixBias.nonZero();
    }
}
