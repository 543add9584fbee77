package dev.pupil.runtime.automaton;

import static com.google.common.base.Preconditions.checkElementIndex;

import dev.pupil.compiler.automaton.Automaton;
import java.util.Arrays;

/**
 * A running automaton on one image. Each step computes only pixels that see one which the last step has changed: the
 * others stay as they are. Not safe for use by several threads at once; simulations of one {@link Simulator} are
 * independent of each other.
 */
public final class Simulation {
    private final Simulator simulator;
    private final Transitions transitions;
    private final int rows;
    private final int columns;
    /** Pixels from one row to the next; the image has a border of one pixel, so that every pixel has neighbours. */
    private final int stride;

    /** States by pixel. */
    private final int[] image;
    /** The last step that has looked at a pixel; the border is never looked at. */
    private final int[] lookedAt;

    /** Pixels that the last step has changed; before the first step all pixels, which may all change then. */
    private final int[] changed;

    private int changes;
    private final int[] candidates;
    private final int[] next = new int[Transitions.BATCH];
    private final int[] nextOfChanged;
    private int steps;

    Simulation(Simulator simulator, Transitions transitions, int[][] lane) {
        this.simulator = simulator;
        this.transitions = transitions;
        this.rows = lane.length;
        this.columns = lane[0].length;
        this.stride = columns + 2;
        int pixels = Math.multiplyExact(rows + 2, stride);
        this.image = new int[pixels];
        this.lookedAt = new int[pixels];
        this.changed = new int[rows * columns];
        this.nextOfChanged = new int[rows * columns];
        this.candidates = new int[rows * columns];
        synchronized (transitions) {
            Arrays.fill(image, transitions.atRest(Simulator.WORKSPACE));
            Arrays.fill(lookedAt, Integer.MAX_VALUE);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    image[pixel(row, column)] = transitions.atRest(lane[row][column]);
                    lookedAt[pixel(row, column)] = 0;
                    changed[changes++] = pixel(row, column);
                }
            }
        }
    }

    private int pixel(int row, int column) {
        return (row + 1) * stride + column + 1;
    }

    /** H. */
    public int rows() {
        return rows;
    }

    /** w. */
    public int columns() {
        return columns;
    }

    /** How many steps have been made. */
    public int steps() {
        return steps;
    }

    /**
     * Makes one step.
     *
     * @throws IllegalStateException if a field leaves its range, which the automaton's maker has ruled out
     */
    public void step() {
        steps++;
        int count = collectCandidates();
        changes = 0;
        synchronized (transitions) {
            for (int from = 0; from < count; from += Transitions.BATCH) {
                int length = Math.min(Transitions.BATCH, count - from);
                transitions.next(image, stride, candidates, from, length, next, this::place);
                collectChanges(from, length);
            }
        }
        for (int i = 0; i < changes; i++) {
            image[changed[i]] = nextOfChanged[i];
        }
    }

    /** The pixels that see one that has changed. */
    private int collectCandidates() {
        int count = 0;
        for (int i = 0; i < changes; i++) {
            for (int row = changed[i] - stride; row <= changed[i] + stride; row += stride) {
                for (int pixel = row - 1; pixel <= row + 1; pixel++) {
                    if (lookedAt[pixel] < steps) {
                        lookedAt[pixel] = steps;
                        candidates[count++] = pixel;
                    }
                }
            }
        }
        return count;
    }

    private void collectChanges(int from, int length) {
        for (int i = 0; i < length; i++) {
            int pixel = candidates[from + i];
            if (next[i] != image[pixel]) {
                changed[changes] = pixel;
                nextOfChanged[changes++] = next[i];
            }
        }
    }

    private String place(int pixel) {
        return "in step %s at row %s, column %s".formatted(steps, pixel / stride - 1, pixel % stride - 1);
    }

    /** Makes {@code count} steps. */
    public void run(long count) {
        for (long i = 0; i < count; i++) {
            step();
        }
    }

    /** Whether the last step has changed anything; if not, no further one does. */
    public boolean hasChanged() {
        return steps > 0 && changes > 0;
    }

    /** A field's value at a pixel after the last step. */
    public int value(String field, int row, int column) {
        checkElementIndex(row, rows, "row");
        checkElementIndex(column, columns, "column");
        return transitions.states().value(image[pixel(row, column)], simulator.position(field));
    }

    /** A field's values at all pixels after the last step, [rows][columns]. */
    public int[][] values(String field) {
        int position = simulator.position(field);
        int[][] values = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row][column] = transitions.states().value(image[pixel(row, column)], position);
            }
        }
        return values;
    }

    /** What the head reads: the sum of +1 or −1, as the answer is, over the pixels that have answered. */
    public int output() {
        Automaton.Head head = simulator.automaton().head();
        int answered = simulator.position(head.answered());
        int answer = simulator.position(head.answer());
        PixelStates states = transitions.states();
        int sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int pixel = pixel(row, 0); pixel < pixel(row, columns); pixel++) {
                sum += states.value(image[pixel], answered) * (2 * states.value(image[pixel], answer) - 1);
            }
        }
        return sum;
    }
}
