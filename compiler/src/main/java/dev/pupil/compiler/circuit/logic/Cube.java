package dev.pupil.compiler.circuit.logic;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import java.util.TreeMap;

/**
 * A conjunction of literals with a coefficient, a summand of an integer-valued function.
 *
 * @param literals the value that each variable must have
 * @param coefficient what the cube adds where all have it
 */
record Cube(ImmutableSortedMap<Integer, Boolean> literals, int coefficient) {
    /** The cube that is everywhere. */
    static Cube everywhere(int coefficient) {
        return new Cube(ImmutableSortedMap.of(), coefficient);
    }

    /** The cube with one more literal. */
    Cube with(int variable, boolean value) {
        TreeMap<Integer, Boolean> more = new TreeMap<>(literals);
        more.put(variable, value);
        return new Cube(ImmutableSortedMap.copyOf(more, Ordering.natural()), coefficient);
    }

    /** The cube with the literals of {@code outer}, too. */
    Cube within(Cube outer) {
        TreeMap<Integer, Boolean> all = new TreeMap<>(literals);
        all.putAll(outer.literals);
        return new Cube(ImmutableSortedMap.copyOf(all, Ordering.natural()), coefficient);
    }
}
