package dev.pupil.explain;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes a Boolean function as alternatives of cubes, each of them as short as possible: no literal of a cube and no cube
 * can be left out. Which of the many such ways is found depends on the order in which literals are tried; several are,
 * always the same.
 */
final class Cover {
    /** How many orders are tried. */
    private static final int ORDERS = 24;

    private final Decisions decisions;
    private final Decision one;
    private final Decision zero;

    /**
     * A function that is 1 where {@code one} is, 0 where {@code zero} is, and of no interest elsewhere.
     *
     * @param one and {@code zero} don't overlap
     */
    Cover(Decisions decisions, Decision one, Decision zero) {
        this.decisions = decisions;
        this.one = one;
        this.zero = zero;
    }

    /**
     * Few cubes whose disjunction is the function.
     *
     * @param most how many cubes there may be
     * @return nothing if it takes more
     */
    Optional<ImmutableList<Cube>> cubes(int most) {
        BitSet support = decisions.support(one);
        support.or(decisions.support(zero));
        List<Integer> order = new ArrayList<>(support.stream().boxed().toList());
        Random random = new Random(1);
        List<List<Cube>> found = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            cubes(order, most).ifPresent(found::add);
            Collections.shuffle(order, random);
        }
        return found.stream()
                .min(Comparator.<List<Cube>>comparingInt(List::size).thenComparingInt(Cover::literals))
                .map(ImmutableList::copyOf);
    }

    private static int literals(List<Cube> cubes) {
        return cubes.stream().mapToInt(cube -> cube.literals().size()).sum();
    }

    private Optional<List<Cube>> cubes(List<Integer> order, int most) {
        List<Cube> cubes = new ArrayList<>();
        Decision open = one;
        while (!open.isFalse()) {
            Cube cube = widened(order, open);
            cubes.add(cube);
            if (cubes.size() > 2 * most) {
                return Optional.empty();
            }
            open = decisions.and(open, decisions.not(cube.decision(decisions)));
        }
        removeUnnecessary(cubes);
        return cubes.size() > most ? Optional.empty() : Optional.of(cubes);
    }

    /** A cube with some point of {@code open} in it, and none where the function is 0. */
    private Cube widened(List<Integer> order, Decision open) {
        TreeMap<Integer, Boolean> literals = new TreeMap<>();
        Decision rest = open;
        for (int variable : order) {
            Decision high = decisions.fix(rest, variable, true);
            literals.put(variable, !high.isFalse());
            rest = high.isFalse() ? decisions.fix(rest, variable, false) : high;
        }
        for (int variable : order) {
            boolean value = Boolean.TRUE.equals(literals.remove(variable));
            if (decisions.meet(Cube.of(literals).decision(decisions), zero)) {
                literals.put(variable, value);
            }
        }
        return Cube.of(literals);
    }

    private void removeUnnecessary(List<Cube> cubes) {
        for (int i = cubes.size() - 1; i >= 0; i--) {
            Decision uncovered = one;
            for (int j = 0; j < cubes.size(); j++) {
                uncovered = i == j
                        ? uncovered
                        : decisions.and(uncovered, decisions.not(cubes.get(j).decision(decisions)));
            }
            if (uncovered.isFalse()) {
                cubes.remove(i);
            }
        }
    }
}
