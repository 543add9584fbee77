package dev.pupil.compiler.circuit.logic;

import com.google.common.primitives.ImmutableIntArray;
import java.util.BitSet;

/** Whether what is required and assumed can be met. */
public sealed interface Answer {
    /**
     * It can.
     *
     * @param ones the variables that are 1 in an assignment that meets it
     */
    record Possible(BitSet ones) implements Answer {}

    /**
     * It can't.
     *
     * @param literals assumed ones that can't be met together
     */
    record Impossible(ImmutableIntArray literals) implements Answer {}
}
