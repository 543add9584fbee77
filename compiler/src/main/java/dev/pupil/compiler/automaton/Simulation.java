package dev.pupil.compiler.automaton;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.util.Arrays;

/**
 * A running automaton on one image. Not safe for use by several threads at once; simulations of one
 * {@link Simulator} are independent of each other.
 */
public final class Simulation {
    /** Pixels that are computed together: enough to be fast, few enough for the values in between to stay in cache. */
    private static final int BLOCK = 512;

    private final Simulator simulator;
    private final int rows;
    private final int columns;
    /** Pixels from one row to the next; the image has a border of one pixel, so that every pixel has neighbours. */
    private final int stride;

    private final int[] lane;
    private final int[][] scratch;
    private int[][] current;
    private int[][] next;
    private int steps;

    Simulation(Simulator simulator, int[][] lane) {
        this.simulator = simulator;
        this.rows = lane.length;
        this.columns = lane[0].length;
        this.stride = columns + 2;
        int pixels = Math.multiplyExact(rows + 2, stride);
        this.lane = new int[pixels];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(lane[row], 0, this.lane, pixel(row, 0), columns);
        }
        this.scratch = new int[simulator.code().scratchPlanes()][BLOCK];
        simulator.code().fillConstants(scratch);
        this.current = atRest(pixels);
        this.next = atRest(pixels);
    }

    private int[][] atRest(int pixels) {
        Automaton automaton = simulator.automaton();
        int[][] planes = new int[automaton.fields().size()][pixels];
        for (int field = 0; field < planes.length; field++) {
            Arrays.fill(planes[field], automaton.fields().get(field).rest());
        }
        return planes;
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
        int first = pixel(0, 0);
        int end = pixel(rows - 1, columns - 1) + 1;
        for (int start = first; start < end; start += BLOCK) {
            int length = Math.min(BLOCK, end - start);
            simulator.code().run(new TermCode.Block(start, length, stride, lane, current, scratch), next);
        }
        steps++;
        for (int field = 0; field < next.length; field++) {
            restoreBorder(field);
            checkRange(field);
        }
        int[][] old = current;
        current = next;
        next = old;
    }

    /** Makes {@code count} steps. */
    public void run(long count) {
        for (long i = 0; i < count; i++) {
            step();
        }
    }

    /** Whether the last step has changed anything; if not, no further one does. */
    public boolean hasChanged() {
        return !Arrays.deepEquals(current, next);
    }

    /** Blocks run across the ends of rows: what they wrote there is not part of the image. */
    private void restoreBorder(int field) {
        int rest = simulator.automaton().fields().get(field).rest();
        for (int row = 0; row < rows; row++) {
            next[field][pixel(row, -1)] = rest;
            next[field][pixel(row, columns)] = rest;
        }
    }

    private void checkRange(int position) {
        Field field = simulator.automaton().fields().get(position);
        int smallest = Integer.MAX_VALUE;
        int largest = Integer.MIN_VALUE;
        for (int value : next[position]) {
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        if (smallest < field.low() || largest > field.high()) {
            throw new IllegalStateException("field %s left %s..%s in step %s: its values are %s..%s"
                    .formatted(field.name(), field.low(), field.high(), steps, smallest, largest));
        }
    }

    /** A field's value at a pixel after the last step. */
    public int value(String field, int row, int column) {
        checkElementIndex(row, rows, "row");
        checkElementIndex(column, columns, "column");
        return current[simulator.position(field)][pixel(row, column)];
    }

    /** A field's values at all pixels after the last step, [rows][columns]. */
    public int[][] values(String field) {
        int[] plane = current[simulator.position(field)];
        int[][] values = new int[rows][];
        for (int row = 0; row < rows; row++) {
            values[row] = Arrays.copyOfRange(plane, pixel(row, 0), pixel(row, columns));
        }
        return values;
    }

    /** What the head reads: the sum of +1 or −1, as the answer is, over the pixels that have answered. */
    public int output() {
        Automaton.Head head = simulator.automaton().head();
        int[] answered = current[simulator.position(head.answered())];
        int[] answer = current[simulator.position(head.answer())];
        int sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int pixel = pixel(row, 0); pixel < pixel(row, columns); pixel++) {
                sum += answered[pixel] * (2 * answer[pixel] - 1);
            }
        }
        return sum;
    }
}
