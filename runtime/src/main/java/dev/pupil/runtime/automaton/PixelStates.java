package dev.pupil.runtime.automaton;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.automaton.term.Offset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that pixels have ever held, each state once: the values of all fields and the analog lane's. States are known by
 * their numbers.
 *
 * <p>Rules read few fields of most neighbours. As seen from another pixel, states that differ in other fields only are
 * one <em>aspect</em>.
 */
final class PixelStates {
    /** Pixels in a neighbourhood, in reading order. */
    static final int NEIGHBOURS = 9;

    /** The pixel itself. */
    static final int CENTER = NEIGHBOURS / 2;

    private final int fields;
    private final Tuples states;
    /** The elements of a state that are read at a neighbour. */
    private final List<ImmutableIntArray> read = new ArrayList<>();

    private final List<Tuples> aspectsOf = new ArrayList<>();
    private final List<int[]> aspect = new ArrayList<>();
    /** By state and neighbour. */
    private int[] aspects = new int[NEIGHBOURS];

    PixelStates(int fields, TermCode code) {
        this.fields = fields;
        this.states = new Tuples(fields + 1);
        for (int neighbour = 0; neighbour < NEIGHBOURS; neighbour++) {
            ImmutableIntArray elements = elements(code, neighbour);
            read.add(elements);
            aspectsOf.add(new Tuples(elements.length()));
            aspect.add(new int[elements.length()]);
        }
    }

    /** The next state has the pixel's own lane, whether rules read it or not. */
    private ImmutableIntArray elements(TermCode code, int neighbour) {
        ImmutableIntArray.Builder elements = ImmutableIntArray.builder();
        elements.addAll(code.readAt(neighbour));
        if (neighbour == CENTER) {
            elements.add(fields);
        }
        return elements.build();
    }

    /** A neighbour's place in reading order. */
    static int neighbour(Offset at) {
        return 3 * (at.row() + 1) + at.column() + 1;
    }

    /** How many states there are. */
    int size() {
        return states.size();
    }

    /** A field's value in a state. */
    int value(int state, int field) {
        return states.value(state, field);
    }

    /** The lane's value in a state. */
    int lane(int state) {
        return states.value(state, fields);
    }

    /** What is read of a state at a neighbour: a number that is the same for states that can't be told apart there. */
    int aspect(int state, int neighbour) {
        return aspects[state * NEIGHBOURS + neighbour];
    }

    /** The number of the state with these values of the fields, and then the lane's; {@code wanted} is copied. */
    int number(int[] wanted) {
        int known = states.size();
        int state = states.number(wanted);
        if (state == known) {
            enterAspects(state, wanted);
        }
        return state;
    }

    private void enterAspects(int state, int[] values) {
        if ((state + 1) * NEIGHBOURS > aspects.length) {
            aspects = Arrays.copyOf(aspects, 2 * aspects.length);
        }
        for (int neighbour = 0; neighbour < NEIGHBOURS; neighbour++) {
            ImmutableIntArray elements = read.get(neighbour);
            int[] seen = aspect.get(neighbour);
            for (int i = 0; i < seen.length; i++) {
                seen[i] = values[elements.get(i)];
            }
            aspects[state * NEIGHBOURS + neighbour] = aspectsOf.get(neighbour).number(seen);
        }
    }
}
