package dev.pupil.compiler.circuit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One layer of rectified thresholds over bits: unit u is relu(Σ weight·channel@offset + bias), channel c's next value
 * is Σ coefficient·u + bias. Channel 0 is the analog lane, all others are bits. All numbers are multiples of ½, so that
 * they are exact in every floating-point format.
 *
 * @param name the learner's name
 * @param channels what a pixel holds between steps; the first is the analog lane
 * @param units the hidden units
 * @param mixes how each channel is put together, in the order of {@code channels}
 * @param head the hidden units of the head with their output coefficients; their inputs are all at the pixel itself
 * @param geometry image size and number of steps
 * @param encodings how each field is written in bits
 * @param invariants bits over fields that are 1 at every pixel after every step; elsewhere the circuit may do anything
 */
public record Circuit(
        String name,
        ImmutableList<Channel> channels,
        ImmutableList<Unit> units,
        ImmutableList<Mix> mixes,
        ImmutableList<HeadUnit> head,
        Geometry geometry,
        ImmutableMap<String, Encoding> encodings,
        ImmutableList<Term> invariants) {
    public Circuit {
        ImmutableList<String> channelNames =
                channels.stream().map(Channel::name).collect(ImmutableList.toImmutableList());
        ImmutableSet<String> knownChannels = ImmutableSet.copyOf(channelNames);
        ImmutableSet<String> knownUnits = Maps.uniqueIndex(units, Unit::name).keySet();
        checkArgument(knownChannels.size() == channels.size(), "two channels have the same name: %s", channelNames);
        checkArgument(
                mixes.stream().map(Mix::channel).toList().equals(channelNames),
                "there is not one mix for each of the channels %s",
                channelNames);
        Stream.concat(
                        units.stream().flatMap(unit -> unit.inputs().stream()),
                        head.stream().flatMap(unit -> unit.inputs().stream()))
                .forEach(input -> checkArgument(
                        knownChannels.contains(input.channel()) && isMultipleOfHalf(input.weight()),
                        "this can't be an input: %s",
                        input));
        mixes.stream()
                .flatMap(mix -> mix.summands().stream())
                .forEach(summand -> checkArgument(
                        knownUnits.contains(summand.unit()) && isMultipleOfHalf(summand.coefficient()),
                        "this can't be a summand: %s",
                        summand));
        head.stream()
                .flatMap(unit -> unit.inputs().stream())
                .forEach(input ->
                        checkArgument(input.at().equals(Offset.CENTER), "the head asks a neighbour: %s", input));
    }

    private static boolean isMultipleOfHalf(double number) {
        return 2 * number == Math.rint(2 * number);
    }

    /**
     * A channel and what it stands for.
     *
     * @param name unique identifier
     * @param roles the field bits it holds; more than one where lifetimes do not overlap
     */
    public record Channel(String name, ImmutableList<Role> roles) {}

    /**
     * A field bit held by a channel.
     *
     * @param field the field's name
     * @param bit which bit of its code, the lowest is 0
     * @param when the condition under which the channel holds it, as a term over fields; empty text if always
     * @param meaning what the field is
     * @param origin where the field comes from
     */
    public record Role(String field, int bit, String when, String meaning, Origin origin) {
        /** What the first channel holds, which is no field's bit. */
        public static final Role LANE =
                new Role("lane", 0, "", "memory times input, or workspace", new Origin("lane", Optional.empty()));
    }

    /** {@code weight} times the channel called {@code channel} at a neighbour. */
    public record Input(String channel, Offset at, double weight) {}

    /**
     * A hidden unit, relu(Σ inputs + bias).
     *
     * @param name unique identifier
     * @param inputs its non-zero weights
     * @param bias α
     * @param origin where the rule comes from
     */
    public record Unit(String name, ImmutableList<Input> inputs, double bias, Origin origin) {}

    /** {@code coefficient} times the output of the unit called {@code unit}. */
    public record Summand(String unit, double coefficient) {}

    /** A channel's next value, Σ summands + bias. */
    public record Mix(String channel, ImmutableList<Summand> summands, double bias) {}

    /** A hidden unit of the head and its coefficient in the output. */
    public record HeadUnit(String name, ImmutableList<Input> inputs, double bias, double coefficient) {}
}
