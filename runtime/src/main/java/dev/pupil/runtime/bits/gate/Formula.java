package dev.pupil.runtime.bits.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of at most three inputs, written with as few operations as possible. */
public sealed interface Formula {
    /** Input number {@code input}. */
    record Leaf(int input) implements Formula {}

    /** {@code operator} of two formulas. */
    record Operation(Operator operator, Formula left, Formula right) implements Formula {}

    /** What processors can do to two words; none of them makes a 1 of two 0s. */
    enum Operator {
        /** 1 where both are 1. */
        AND {
            @Override
            int apply(int left, int right) {
                return left & right;
            }
        },
        /** 1 where one is 1, or both. */
        OR {
            @Override
            int apply(int left, int right) {
                return left | right;
            }
        },
        /** 1 where just one is 1. */
        XOR {
            @Override
            int apply(int left, int right) {
                return left ^ right;
            }
        },
        /** 1 where the left is 1 and the right is 0. */
        AND_NOT {
            @Override
            int apply(int left, int right) {
                return left & ~right;
            }
        };

        abstract int apply(int left, int right);
    }

    /** The number of operations. */
    default int operations() {
        return switch (this) {
            case Leaf leaf -> 0;
            case Operation operation -> 1 + operation.left.operations() + operation.right.operations();
        };
    }

    /**
     * A shortest formula.
     *
     * @param table the function's values as in {@link Cut#table()}; 0 where all inputs are 0, but not everywhere
     */
    static Formula of(int table) {
        Formula formula = Shortest.FORMULAS.get(table >> 1);
        if ((table & 1) != 0 || formula == null) {
            throw new IllegalArgumentException("no formula for table " + Integer.toBinaryString(table));
        }
        return formula;
    }

    /** All shortest formulas, by their table's upper seven bits. */
    final class Shortest {
        private static final List<@Nullable Formula> FORMULAS = find();

        private Shortest() {}

        private static List<@Nullable Formula> find() {
            @Nullable Formula[] found = new Formula[(Cut.ALL + 1) / 2];
            List<List<Integer>> byLength = new ArrayList<>();
            byLength.add(new ArrayList<>());
            for (int input = 0; input < Cut.WIDTH; input++) {
                int table = Cut.leaf(input);
                found[table >> 1] = new Leaf(input);
                byLength.getFirst().add(table);
            }
            int known = Cut.WIDTH;
            for (int length = 1; known < found.length - 1; length++) {
                byLength.add(new ArrayList<>());
                for (int left = 0; left < length; left++) {
                    known += extend(found, byLength, left, length - 1 - left);
                }
            }
            return Arrays.asList(found);
        }

        /** Joins all formulas of two lengths; returns how many functions that adds. */
        private static int extend(@Nullable Formula[] found, List<List<Integer>> byLength, int left, int right) {
            List<Integer> added = byLength.getLast();
            int before = added.size();
            for (int leftTable : byLength.get(left)) {
                for (int rightTable : byLength.get(right)) {
                    for (Operator operator : Operator.values()) {
                        int table = operator.apply(leftTable, rightTable) & Cut.ALL;
                        Formula leftFormula = found[leftTable >> 1];
                        Formula rightFormula = found[rightTable >> 1];
                        if (table != 0 && found[table >> 1] == null && leftFormula != null && rightFormula != null) {
                            found[table >> 1] = new Operation(operator, leftFormula, rightFormula);
                            added.add(table);
                        }
                    }
                }
            }
            return added.size() - before;
        }
    }
}
