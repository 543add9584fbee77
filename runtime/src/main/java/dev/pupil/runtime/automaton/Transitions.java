package dev.pupil.runtime.automaton;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
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

    /** When so many neighbourhoods are known they are forgotten: they take some 30 MB. */
    private static final int MOST = 1 << 19;

    private static final int UNKNOWN = -1;

    private final Automaton automaton;
    private final TermCode code;
    private final PixelStates states;
    private final TermCode.Batch batch;
    private final int[] newState;

    /** Of the neighbourhood that is looked up: its states, and what is read of them. */
    private final int[] neighbourhood = new int[NEIGHBOURS];

    private final int[] key = new int[NEIGHBOURS];

    /** What is read of the neighbourhoods that are known. */
    private Tuples known = new Tuples(NEIGHBOURS);

    /** What becomes of each of them, or {@link #UNKNOWN}. */
    private int[] results = {};

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
            int number = known.number(key);
            next[i] = results[number];
            if (next[i] == UNKNOWN) {
                batch.add(i, number, neighbourhood);
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
            results[batch.number(i)] = next[index];
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

    private void makeRoom(int more) {
        if (known.size() + more > MOST) {
            known = new Tuples(NEIGHBOURS);
            Arrays.fill(results, UNKNOWN);
        }
        int used = results.length;
        if (known.size() + more > used) {
            results = Arrays.copyOf(results, 2 * (known.size() + more));
            Arrays.fill(results, used, results.length, UNKNOWN);
        }
    }
}
