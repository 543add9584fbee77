package dev.pupil.compiler.circuit.logic;

/** A table from three numbers to one, of which there may be millions; open addressing, at most half full. */
final class Triples {
    /** What is found where nothing is. */
    static final int ABSENT = -1;

    private static final int WIDTH = 4;

    /** The three numbers, and the fourth plus one, so that 0 is an empty place. */
    private int[] places = new int[WIDTH * 1024];

    private int size;

    /** How many there are. */
    int size() {
        return size;
    }

    /** The number for the three, or {@link #ABSENT}. */
    int get(int first, int second, int third) {
        return places[place(first, second, third) + WIDTH - 1] - 1;
    }

    /** Adds a number, at least 0, for three that have none yet. */
    void add(int first, int second, int third, int value) {
        if (2 * WIDTH * (size + 1) > places.length) {
            grow();
        }
        enter(first, second, third, value);
        size++;
    }

    private void enter(int first, int second, int third, int value) {
        int place = place(first, second, third);
        places[place] = first;
        places[place + 1] = second;
        places[place + 2] = third;
        places[place + WIDTH - 1] = value + 1;
    }

    private void grow() {
        int[] old = places;
        places = new int[2 * old.length];
        for (int place = 0; place < old.length; place += WIDTH) {
            if (old[place + WIDTH - 1] != 0) {
                enter(old[place], old[place + 1], old[place + 2], old[place + WIDTH - 1] - 1);
            }
        }
    }

    /** Where the three are, or should be. */
    private int place(int first, int second, int third) {
        int hash = (first * 0x9E3779B1 + second) * 0x85EBCA77 + third;
        hash *= 0xC2B2AE3D;
        int mask = places.length - 1;
        int place = WIDTH * (hash ^ hash >>> 15) & mask;
        while (places[place + WIDTH - 1] != 0
                && (places[place] != first || places[place + 1] != second || places[place + 2] != third)) {
            place = place + WIDTH & mask;
        }
        return place;
    }
}
