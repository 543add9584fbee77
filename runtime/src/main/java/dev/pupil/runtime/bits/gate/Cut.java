package dev.pupil.runtime.bits.gate;

import java.util.Arrays;

/** A way to compute a gate from at most three others. */
final class Cut {
    /** The most leaves. */
    static final int WIDTH = 3;

    /** All bits of a table. */
    static final int ALL = (1 << (1 << WIDTH)) - 1;

    /** A leaf's value, as a table: of leaf 0, 1 and 2. */
    private static final int[] LEAF = {0b10101010, 0b11001100, 0b11110000};

    private final int[] leaves;
    private final int table;

    /**
     * A cut.
     *
     * @param leaves numbers of the gates it is computed from, ascending
     * @param table the gate's value: bit i is the value where leaf j's value is bit j of i
     */
    Cut(int[] leaves, int table) {
        this.leaves = leaves;
        this.table = table;
    }

    /** How many leaves there are. */
    int size() {
        return leaves.length;
    }

    /** The number of the gate that is leaf {@code leaf}. */
    int leafGate(int leaf) {
        return leaves[leaf];
    }

    /** The gate's value as a table. */
    int table() {
        return table;
    }

    /** Whether the leaves are these. */
    boolean hasLeaves(int[] others) {
        return Arrays.equals(leaves, others);
    }

    /** A leaf's value, as a table. */
    static int leaf(int leaf) {
        return LEAF[leaf];
    }

    /** A gate as its own leaf. */
    static Cut trivial(int gate) {
        return new Cut(new int[] {gate}, LEAF[0]);
    }

    /** The leaves of both; longer than {@link #WIDTH} if there is no such cut. */
    static int[] union(Cut left, Cut right) {
        int[] all = new int[left.leaves.length + right.leaves.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < left.leaves.length || j < right.leaves.length) {
            int next = i == left.leaves.length
                    ? right.leaves[j]
                    : j == right.leaves.length ? left.leaves[i] : Math.min(left.leaves[i], right.leaves[j]);
            if (i < left.leaves.length && left.leaves[i] == next) {
                i++;
            }
            if (j < right.leaves.length && right.leaves[j] == next) {
                j++;
            }
            all[size++] = next;
        }
        return Arrays.copyOf(all, size);
    }

    /** This cut's table over other leaves, all of its own among them. */
    int tableOver(int[] others) {
        int[] values = new int[leaves.length];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            values[leaf] = LEAF[Arrays.binarySearch(others, leaves[leaf])];
        }
        return apply(table, values);
    }

    /** The table of a function whose inputs have the tables {@code values}. */
    static int apply(int function, int[] values) {
        int result = 0;
        for (int assignment = 0; assignment < 1 << values.length; assignment++) {
            if ((function >> assignment & 1) != 0) {
                int where = ALL;
                for (int input = 0; input < values.length; input++) {
                    where &= (assignment >> input & 1) != 0 ? values[input] : ~values[input];
                }
                result |= where;
            }
        }
        return result & ALL;
    }
}
