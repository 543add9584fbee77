package dev.pupil.compiler.filter;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.term.Offset;

/**
 * The network's constant part: h' = B·relu(A ⊛ h + α) + β with zero padding, and the head f = Σ u·relu(V·h + ν), where
 * C is the number of channels, K of hidden units and J of the head's hidden units. Convolution is meant as in deep
 * learning: tap (r, c) of A multiplies the neighbour at row offset r − 1, column offset c − 1.
 *
 * @param name the learner's name
 * @param channels the channels' names and roles, C of them; channel 0 is the analog lane
 * @param units the hidden units' names and origins, K of them
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
        String name,
        ImmutableList<Channel> channels,
        ImmutableList<UnitLabel> units,
        Tensor convolutionWeight,
        Tensor convolutionBias,
        Tensor mixWeight,
        Tensor mixBias,
        Tensor headHiddenWeight,
        Tensor headHiddenBias,
        Tensor headOutputWeight,
        Geometry geometry) {

    /** A hidden unit's name and origin. */
    public record UnitLabel(String name, Origin origin) {}

    /** How many pixels a convolution reads: a pixel and its eight neighbours, row by row. */
    public static final int TAPS = 9;

    private static final int SIDE = 3;

    /** The neighbour that tap {@code tap}, 3·r + c, multiplies. */
    public static Offset offset(int tap) {
        return new Offset(tap / SIDE - 1, tap % SIDE - 1);
    }

    /** The same network with images of another size, or another number of steps. */
    public Filter withGeometry(Geometry other) {
        return new Filter(
                name,
                channels,
                units,
                convolutionWeight,
                convolutionBias,
                mixWeight,
                mixBias,
                headHiddenWeight,
                headHiddenBias,
                headOutputWeight,
                other);
    }

    /** A[unit, channel], of the neighbour at tap {@code tap}: 3·r + c. */
    public double convolution(int unit, int channel, int tap) {
        return convolutionWeight.values().get((unit * channels.size() + channel) * TAPS + tap);
    }

    /** B[channel, unit]. */
    public double mix(int channel, int unit) {
        return mixWeight.values().get(channel * units.size() + unit);
    }

    /** V[unit, channel], where {@code unit} is one of the head's. */
    public double headHidden(int unit, int channel) {
        return headHiddenWeight.values().get(unit * channels.size() + channel);
    }

    /** Non-zero weights and biases of the step (A, α, B, β), without the head's. */
    public int nonZeroWeights() {
        return convolutionWeight.nonZero() + convolutionBias.nonZero() + mixWeight.nonZero() + mixBias.nonZero();
    }
}
