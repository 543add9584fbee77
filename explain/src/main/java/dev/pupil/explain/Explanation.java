package dev.pupil.explain;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What a weight file says about itself, and what its weights do. Conditions in words hold wherever the file's invariants
 * do; formulas and exact conditions hold for all values of the channels.
 *
 * @param learner the learner's name
 * @param program the name that the program's file had when it was compiled
 * @param size how large the network is
 * @param memory what the memory holds, once trained
 * @param channels what a pixel holds between steps; the first is the analog lane
 * @param units the hidden units
 * @param head what the output is made of
 * @param invariants what the file says that holds at every pixel after every step, as terms over its fields
 * @param unknown what the file does not tell, and what is odd about it; sentences
 */
public record Explanation(
        String learner,
        String program,
        Size size,
        Optional<Memory> memory,
        ImmutableList<ChannelNote> channels,
        ImmutableList<UnitNote> units,
        ImmutableList<HeadNote> head,
        ImmutableList<String> invariants,
        ImmutableList<String> unknown) {

    /**
     * A network's size; none of it but the image's and the number of steps depends on the data.
     *
     * @param channels C
     * @param hiddenUnits K
     * @param nonzeroWeights non-zero weights and biases of the step, without the head's
     * @param headUnits J
     * @param imageRows rows of the image, an expression in m and d
     * @param imageColumns columns of the image
     * @param steps number of steps L
     */
    public record Size(
            int channels,
            int hiddenUnits,
            int nonzeroWeights,
            int headUnits,
            String imageRows,
            String imageColumns,
            String steps) {}

    /**
     * A trained memory.
     *
     * @param features d
     * @param examples m
     * @param imageRows rows of the image at that size
     * @param imageColumns columns of the image
     * @param steps number of steps
     * @param positiveLabels how many examples have label +1
     * @param isAsTrained whether it is what training leads to: every weight is −1 or +1, and the last row +1 alone
     */
    public record Memory(
            int features,
            int examples,
            long imageRows,
            long imageColumns,
            long steps,
            long positiveLabels,
            boolean isAsTrained) {}

    /**
     * A piece of the program that something comes from.
     *
     * @param line its first line, from 1
     * @param endLine its last line
     * @param text these lines, without indentation, an ellipsis in the place of those in the middle; empty if the
     *     program has no such lines
     */
    public record SourceLines(int line, int endLine, String text) {}

    /**
     * Something that a channel holds.
     *
     * @param field the field's name
     * @param bit which bit of its code, the lowest is 0
     * @param when when the channel holds it, in words; empty if always
     * @param meaning what it is
     * @param part the part of the construction that it comes from
     * @param source the program's lines that it comes from
     * @param next where its bit is 1 after the step, in words; nothing if that takes too many
     */
    public record RoleNote(
            String field,
            int bit,
            String when,
            String meaning,
            String part,
            Optional<SourceLines> source,
            Optional<String> next) {}

    /**
     * Something that is added to a channel.
     *
     * @param coefficient its factor
     * @param units a hidden unit; or two, of which the second is subtracted from the first
     * @param cases what they amount to, in words
     * @param part the part of the construction that they come from
     * @param source the program's lines that they come from
     */
    public record Summand(
            String coefficient, ImmutableList<String> units, String cases, String part, Optional<SourceLines> source) {}

    /**
     * A channel.
     *
     * @param name its name
     * @param roles what it holds
     * @param formula its next value as a sum of hidden units
     * @param bias the sum's constant
     * @param summands the sum's other parts
     * @param remarks what is odd about it; sentences
     */
    public record ChannelNote(
            String name,
            ImmutableList<RoleNote> roles,
            String formula,
            String bias,
            ImmutableList<Summand> summands,
            ImmutableList<String> remarks) {}

    /**
     * A hidden unit.
     *
     * @param name its name
     * @param formula what it computes from a pixel's neighbourhood
     * @param cases when it has which value, in words; 0 else
     * @param positive exactly when it is more than 0, a term over channels; nothing if that takes too many cases
     * @param positiveWithInvariants when it is more than 0 where the invariants hold; the words say the same
     * @param readers the channels whose next values it adds to
     * @param part the part of the construction that it comes from
     * @param source the program's lines that it comes from
     * @param remarks what is odd about it; sentences
     */
    public record UnitNote(
            String name,
            String formula,
            String cases,
            Optional<String> positive,
            Optional<String> positiveWithInvariants,
            ImmutableList<String> readers,
            String part,
            Optional<SourceLines> source,
            ImmutableList<String> remarks) {}

    /**
     * A part of what the head adds up over all pixels.
     *
     * @param formula the hidden units of the head that it is made of, with their coefficients
     * @param meaning what it amounts to, in words
     */
    public record HeadNote(String formula, String meaning) {}

    /** The channel called {@code name}. */
    public Optional<ChannelNote> channel(String name) {
        return channels.stream().filter(channel -> channel.name.equals(name)).findFirst();
    }

    /** The hidden unit called {@code name}. */
    public Optional<UnitNote> unit(String name) {
        return units.stream().filter(unit -> unit.name.equals(name)).findFirst();
    }
}
