package dev.pupil.compiler.automaton;

import java.util.Arrays;

/**
 * What becomes of a pixel, for each neighbourhood that has been met: one is computed once and looked up from then on.
 * Few ever occur that rules can tell apart, and most of them again and again.
 *
 * <p>Safe for use by several threads that hold its lock for as long as one step takes.
 */
final class Transitions {
    private static final int NEIGHBOURS = PixelStates.NEIGHBOURS;

    /** Neighbourhoods that are computed together. */
    static final int BATCH = 512;

    private static final int INITIAL_SLOTS = 1 << 12;
    /** What is known is forgotten when it fills so many slots: some 40 MB. */
    private static final int MOST_SLOTS = 1 << 20;

    private static final int UNKNOWN = -1;

    private final Automaton automaton;
    private final TermCode code;
    private final PixelStates states;
    private final TermCode.Batch batch;
    private final int[] newState;

    /** Of the neighbourhood that is looked up: its states, and what is read of them. */
    private final int[] neighbourhood = new int[NEIGHBOURS];

    private final int[] key = new int[NEIGHBOURS];

    /** Open addressing: {@link #NEIGHBOURS} aspects a slot; a free slot's first is {@link #UNKNOWN}. */
    private int[] keys;

    private int[] results;
    private int used;

    /** Says which pixel a field left its range at. */
    interface Place {
        /** The pixel's place in the image, for a message. */
        String of(int pixel);
    }

    Transitions(Automaton automaton, TermCode code) {
        this.automaton = automaton;
        this.code = code;
        this.states = new PixelStates(automaton.fields().size(), code);
        this.batch = new TermCode.Batch(code, states, BATCH);
        this.newState = new int[automaton.fields().size() + 1];
        clear(INITIAL_SLOTS);
    }

    private void clear(int slots) {
        keys = new int[slots * NEIGHBOURS];
        Arrays.fill(keys, UNKNOWN);
        results = new int[slots];
        used = 0;
    }

    /** The states that the neighbourhoods are made of. */
    PixelStates states() {
        return states;
    }

    /** The state in which every field rests. */
    int atRest(int lane) {
        for (int field = 0; field < automaton.fields().size(); field++) {
            newState[field] = automaton.fields().get(field).rest();
        }
        newState[newState.length - 1] = lane;
        return states.number(newState);
    }

    /**
     * Computes the next states of up to {@link #BATCH} pixels.
     *
     * @param image states by pixel, with a border
     * @param stride pixels from one row to the next
     * @param pixels which pixels, from {@code from} on
     * @param next where the next states go, [count]
     * @throws IllegalStateException if a field leaves its range; {@code place} says where
     */
    void next(int[] image, int stride, int[] pixels, int from, int count, int[] next, Place place) {
        makeRoom(count);
        batch.clear();
        for (int i = 0; i < count; i++) {
            look(image, pixels[from + i] - stride - 1, stride);
            int slot = slot(key, 0);
            if (keys[slot * NEIGHBOURS] == UNKNOWN) {
                System.arraycopy(key, 0, keys, slot * NEIGHBOURS, NEIGHBOURS);
                results[slot] = UNKNOWN;
                used++;
            }
            next[i] = results[slot];
            if (next[i] == UNKNOWN) {
                batch.add(i, slot, neighbourhood);
            }
        }
        if (batch.size() > 0) {
            compute(pixels, from, next, place);
        }
    }

    private void compute(int[] pixels, int from, int[] next, Place place) {
        code.run(batch);
        for (int i = 0; i < batch.size(); i++) {
            int index = batch.index(i);
            for (int field = 0; field < automaton.fields().size(); field++) {
                newState[field] = batch.result(field, i);
                checkRange(field, place, pixels[from + index]);
            }
            newState[newState.length - 1] = batch.lane(i);
            next[index] = states.number(newState);
            results[batch.slot(i)] = next[index];
        }
    }

    private void checkRange(int position, Place place, int pixel) {
        Field field = automaton.fields().get(position);
        int value = newState[position];
        if (value < field.low() || value > field.high()) {
            throw new IllegalStateException("field %s left %s..%s %s: it is %s"
                    .formatted(field.name(), field.low(), field.high(), place.of(pixel), value));
        }
    }

    /** Turns to the neighbourhood whose first pixel is {@code corner}. */
    private void look(int[] image, int corner, int stride) {
        for (int neighbour = 0; neighbour < NEIGHBOURS; neighbour++) {
            int state = image[corner + neighbour / 3 * stride + neighbour % 3];
            neighbourhood[neighbour] = state;
            key[neighbour] = states.aspect(state, neighbour);
        }
    }

    /** The slot of the key that starts at {@code from}, or the free one that it would take. */
    private int slot(int[] wanted, int from) {
        int hash = 0;
        for (int i = from; i < from + NEIGHBOURS; i++) {
            hash = 31 * hash + wanted[i];
        }
        int mask = results.length - 1;
        int slot = Hashes.spread(hash) & mask;
        while (keys[slot * NEIGHBOURS] != UNKNOWN && !holds(slot * NEIGHBOURS, wanted, from)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean holds(int key, int[] wanted, int from) {
        return Arrays.equals(keys, key, key + NEIGHBOURS, wanted, from, from + NEIGHBOURS);
    }

    private void makeRoom(int more) {
        if (2 * (used + more) <= results.length) {
            return;
        }
        if (2 * results.length > MOST_SLOTS) {
            clear(results.length);
            return;
        }
        int[] oldKeys = keys;
        int[] oldResults = results;
        clear(2 * oldResults.length);
        for (int slot = 0; slot < oldResults.length; slot++) {
            if (oldKeys[slot * NEIGHBOURS] != UNKNOWN) {
                int taken = slot(oldKeys, slot * NEIGHBOURS);
                System.arraycopy(oldKeys, slot * NEIGHBOURS, keys, taken * NEIGHBOURS, NEIGHBOURS);
                results[taken] = oldResults[slot];
                used++;
            }
        }
    }
}
