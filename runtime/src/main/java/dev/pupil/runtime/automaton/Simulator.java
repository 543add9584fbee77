package dev.pupil.runtime.automaton;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.program.size.Sizes;

/**
 * Executes an automaton as it is defined: in each step, every field of every pixel takes the value of its term over the
 * old values. Making one translates the terms; it can then be started on any number of images, by several threads.
 */
public final class Simulator {
    /** What the lane holds outside the main grid. */
    static final int WORKSPACE = 2;

    /** So many states are enough for one memory: simulations that start later get a new one. */
    private static final int MANY_STATES = 1 << 20;

    private final Automaton automaton;
    private final ImmutableMap<String, Integer> positions;
    private final TermCode code;
    /** What one thread's simulations have found out serves all of them. */
    private final ThreadLocal<Transitions> transitions;

    private Simulator(Automaton automaton, ImmutableMap<String, Integer> positions, TermCode code) {
        this.automaton = automaton;
        this.positions = positions;
        this.code = code;
        this.transitions = ThreadLocal.withInitial(() -> new Transitions(automaton, code));
    }

    /**
     * A simulator of {@code automaton}.
     *
     * @throws IllegalArgumentException if a term reads a field that does not exist, or two fields have one name
     */
    public static Simulator of(Automaton automaton) {
        ImmutableMap.Builder<String, Integer> positions = ImmutableMap.builder();
        for (int field = 0; field < automaton.fields().size(); field++) {
            positions.put(automaton.fields().get(field).name(), field);
        }
        ImmutableMap<String, Integer> built = positions.buildOrThrow();
        return new Simulator(automaton, built, TermCode.of(automaton.fields(), built));
    }

    /**
     * An image before its first step: all fields at rest.
     *
     * @param lane the analog lane, [rows][columns], each row of the same length; values −1, 0, 1 and 2; copied
     */
    public Simulation start(int[][] lane) {
        checkArgument(lane.length > 0 && lane[0].length > 0, "an image has a pixel");
        for (int[] row : lane) {
            checkArgument(row.length == lane[0].length, "rows of an image are equally long");
            for (int value : row) {
                checkArgument(-1 <= value && value <= 2, "the lane holds -1, 0, 1 or 2, not %s", value);
            }
        }
        if (transitions.get().states().size() > MANY_STATES) {
            transitions.remove();
        }
        return new Simulation(this, transitions.get(), lane);
    }

    /**
     * The image of a run: W·diag(z) with workspace around it where the automaton needs more pixels.
     *
     * @param sizes d and m
     * @param memory W·diag(z) on the main grid, [m + 1][d + 1]
     * @throws IllegalArgumentException if the image has more pixels than an array can hold
     */
    public int[][] image(Sizes sizes, int[][] memory) {
        long rows = automaton.geometry().rows().at(sizes);
        long columns = automaton.geometry().columns().at(sizes);
        checkArgument(
                rows * columns < Integer.MAX_VALUE / 2, "an image of %s by %s pixels is too large", rows, columns);
        int[][] lane = new int[(int) rows][(int) columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean workspace = row > sizes.examples() || column > sizes.features();
                lane[row][column] = workspace ? WORKSPACE : memory[row][column];
            }
        }
        return lane;
    }

    /** The automaton that is executed. */
    public Automaton automaton() {
        return automaton;
    }

    /** A field's position in the automaton. */
    int position(String field) {
        Integer position = positions.get(field);
        checkArgument(position != null, "no field %s", field);
        return position;
    }
}
