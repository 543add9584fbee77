package dev.pupil.runtime.bits.rule;

import com.google.common.collect.ImmutableList;

/**
 * What one step of a network does to a pixel, as functions of the bits that it reads.
 *
 * @param inputs what the diagrams' variables are, in their order
 * @param rules one for each channel but the lane, which stays as it is
 * @param diagrams where the rules' diagrams were made
 */
public record StepRules(ImmutableList<Input> inputs, ImmutableList<Rule> rules, Diagrams diagrams) {
    /**
     * A channel's next value.
     *
     * @param channel its number, from 1
     * @param bias β
     * @param terms what is added to it; not all of {@code sum} where their coefficients are no whole numbers
     * @param sum the number that the network's arithmetic gives, Σ B·relu(A ⊛ h + α) + β, whole for all bits
     * @param next the bit that it is, where it is one
     * @param escapes 1 where it is none
     */
    public record Rule(
            int channel, double bias, ImmutableList<Term> terms, Diagram sum, Diagram next, Diagram escapes) {}

    /** {@code coefficient} times a Boolean {@code function}: a level that a hidden unit reaches or not. */
    public record Term(double coefficient, Diagram function) {}
}
