package dev.pupil.explain;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A conjunction of bits and negated bits.
 *
 * @param literals the value that each variable must have
 */
record Cube(ImmutableSortedMap<Integer, Boolean> literals) {
    static Cube of(Map<Integer, Boolean> literals) {
        return new Cube(ImmutableSortedMap.copyOf(literals, Ordering.natural()));
    }

    /** Where all variables have their values. */
    Decision decision(Decisions decisions) {
        Decision all = decisions.constant(true);
        for (Map.Entry<Integer, Boolean> literal : literals.descendingMap().entrySet()) {
            Decision one = decisions.variable(literal.getKey());
            all = decisions.and(literal.getValue() ? one : decisions.not(one), all);
        }
        return all;
    }

    /** The literals of both; they must not contradict each other. */
    Cube and(Cube other) {
        SortedMap<Integer, Boolean> both = new TreeMap<>(literals);
        both.putAll(other.literals);
        return of(both);
    }

    /** The literals that {@code other} has, too. */
    Cube common(Cube other) {
        SortedMap<Integer, Boolean> both = new TreeMap<>(literals);
        both.entrySet().removeIf(literal -> !literal.getValue().equals(other.literals.get(literal.getKey())));
        return of(both);
    }

    /** The literals that {@code other} does not have. */
    Cube without(Cube other) {
        SortedMap<Integer, Boolean> rest = new TreeMap<>(literals);
        rest.keySet().removeAll(other.literals.keySet());
        return of(rest);
    }
}
