package dev.pupil.runtime.automaton;

import java.util.Arrays;

/** Tuples of integers, each once. One is known by its number, from 0 on, in the order in which they were seen first. */
final class Tuples {
    private static final int INITIAL_CAPACITY = 64;

    /** 2³² divided by the golden ratio: neighbouring hashes come far apart (Knuth, volume 3, section 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private final int width;
    private int[] values;
    /** Open addressing; a slot holds a tuple's number plus 1, or 0. */
    private int[] slots;

    private int size;

    /** None yet; all will have {@code width} elements. */
    Tuples(int width) {
        this.width = width;
        this.values = new int[INITIAL_CAPACITY * width];
        this.slots = new int[2 * INITIAL_CAPACITY];
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** An element of a tuple. */
    int value(int tuple, int element) {
        return values[tuple * width + element];
    }

    /** The number of a tuple, which is copied if it is new. */
    int number(int[] wanted) {
        int slot = slot(wanted, 0);
        if (slots[slot] == 0) {
            if (2 * (size + 1) > slots.length) {
                grow();
                slot = slot(wanted, 0);
            }
            System.arraycopy(wanted, 0, values, size * width, width);
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    /** The slot of the tuple that starts at {@code from}, or the free one that it would take. */
    private int slot(int[] wanted, int from) {
        int hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = 31 * hash + wanted[i];
        }
        int slot = spread(hash) & (slots.length - 1);
        while (slots[slot] != 0 && !holds(slots[slot] - 1, wanted, from)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** A hash whose low bits depend on all bits of another. */
    private static int spread(int hash) {
        int product = hash * GOLDEN;
        return product ^ (product >>> 15);
    }

    private boolean holds(int tuple, int[] wanted, int from) {
        return Arrays.equals(values, tuple * width, (tuple + 1) * width, wanted, from, from + width);
    }

    private void grow() {
        slots = new int[2 * slots.length];
        values = Arrays.copyOf(values, Math.multiplyExact(slots.length / 2, width));
        for (int tuple = 0; tuple < size; tuple++) {
            slots[slot(values, tuple * width)] = tuple + 1;
        }
    }
}
