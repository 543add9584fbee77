package dev.pupil.compiler.circuit.logic;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sums of cubes for partial functions of any number of variables. */
final class Cover {
    /** With more variables than this, none is given up as unnecessary before some have been asked. */
    private static final int MOST_TO_REDUCE = 24;

    /** How many variables, the first in the order of diagrams, are looked at for the next one to ask. */
    private static final int MOST_TO_ASK = 8;

    /** The most cubes of a function. */
    private static final int MOST_CUBES = 5_000;

    private final Decisions decisions;
    private final List<Side> sides;

    private Cover(Decisions decisions, List<Side> sides) {
        this.decisions = decisions;
        this.sides = sides;
    }

    /** The cubes found for the function, or for its complement. */
    private record Side(boolean complement, List<Cube> cubes) {}

    /**
     * Cubes that add up to the function on its known values. Variables are asked until few enough are left for
     * {@link TreeCover}.
     *
     * @param complements for each list of cubes whether to cover the zeros and subtract them from 1
     * @return as many lists
     * @throws TooLargeException if they are too many
     */
    static ImmutableList<ImmutableList<Cube>> of(
            Decisions decisions, PartialFunction function, List<Boolean> complements) {
        List<Side> sides = complements.stream()
                .map(complement -> new Side(complement, new ArrayList<>()))
                .toList();
        new Cover(decisions, sides).add(function, Cube.everywhere(1));
        return sides.stream().map(side -> ImmutableList.copyOf(side.cubes())).collect(ImmutableList.toImmutableList());
    }

    /** Adds the cubes of the function within a cube. */
    private void add(PartialFunction function, Cube within) {
        List<Integer> support = function.support(decisions).stream().boxed().toList();
        PartialFunction reduced =
                support.size() <= MOST_TO_REDUCE ? function.reduce(decisions, support.reversed()) : function;
        if (reduced.support(decisions).cardinality() <= TreeCover.MOST_VARIABLES) {
            TreeCover tree = new TreeCover(decisions, reduced);
            for (Side side : sides) {
                tree.cubes(side.complement()).forEach(cube -> side.cubes().add(cube.within(within)));
                if (side.cubes().size() > MOST_CUBES) {
                    throw new TooLargeException("it takes more than " + MOST_CUBES + " hidden units");
                }
            }
            return;
        }
        Split split = reduced.support(decisions).stream()
                .limit(MOST_TO_ASK)
                .mapToObj(variable -> Split.of(decisions, reduced, variable))
                .min(Comparator.<Split>comparingInt(Split::nodes).thenComparingInt(Split::variable))
                .orElseThrow();
        add(split.whenZero(), within.with(split.variable(), false));
        add(split.whenOne(), within.with(split.variable(), true));
    }

    private record Split(int variable, PartialFunction whenZero, PartialFunction whenOne, int nodes) {
        static Split of(Decisions decisions, PartialFunction function, int variable) {
            PartialFunction whenZero = function.fix(decisions, variable, false);
            PartialFunction whenOne = function.fix(decisions, variable, true);
            return new Split(variable, whenZero, whenOne, size(decisions, whenZero) + size(decisions, whenOne));
        }

        private static int size(Decisions decisions, PartialFunction function) {
            return decisions.size(function.one()) + decisions.size(function.zero());
        }
    }
}
