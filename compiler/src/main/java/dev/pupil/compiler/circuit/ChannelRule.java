package dev.pupil.compiler.circuit;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.logic.Decision;

/**
 * A channel and the function that gives its next value.
 *
 * @param name of the channel
 * @param parts what the channel holds; at most one of them is 1 after a step
 * @param next 1 where one of the parts is
 */
record ChannelRule(String name, ImmutableList<Part> parts, Decision next) {

    /**
     * A bit that the channel holds.
     *
     * @param field the bit's field
     * @param bit the lowest is 0
     * @param when the time when the channel holds it, empty if always
     * @param next its next value
     * @param time where, after the step, it is the time when the channel holds it
     */
    record Part(Field field, int bit, String when, Decision next, Decision time) {}
}
