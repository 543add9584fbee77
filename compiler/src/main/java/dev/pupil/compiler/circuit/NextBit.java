package dev.pupil.compiler.circuit;

import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.logic.Decision;

/**
 * A bit of a field and the function that gives its next value.
 *
 * @param name of its channel
 * @param next over the signals of a neighbourhood
 */
record NextBit(String name, Field field, int bit, Decision next) {}
