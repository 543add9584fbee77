package dev.pupil.compiler.lower.processor.instruction;

import dev.pupil.compiler.automaton.Origin;

/**
 * A field that holds values of the program.
 *
 * @param field the field's name
 * @param meaning what it holds
 * @param low smallest value
 * @param high largest value
 * @param initial the value before the first example
 * @param lasting whether it is kept from example to example; else it is initial again for each
 * @param origin where it comes from
 */
public record Register(String field, String meaning, int low, int high, int initial, boolean lasting, Origin origin) {}
