package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.verify.trial.ClosedForm;
import dev.pupil.verify.trial.FilterSimulator;
import dev.pupil.verify.trial.RandomData;
import dev.pupil.verify.trial.Trial;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The neighbourhoods that occur while a network runs. If V2 holds for it, they satisfy the invariants, and they are found
 * much faster than a solver finds any.
 */
final class Traces {
    /** More different ones than this help little. */
    private static final int MOST = 16_000;

    /** How many times a number of the filter is multiplied by a pixel's, at most. */
    private static final double WORK = 2e9;

    private static final long SEED = 1;

    private static final ImmutableList<Sizes> SIZES = ImmutableList.of(
            new Sizes(2, 2),
            new Sizes(1, 3),
            new Sizes(3, 1),
            new Sizes(3, 3),
            new Sizes(2, 5),
            new Sizes(4, 3),
            new Sizes(3, 6),
            new Sizes(5, 4));

    private final Automaton automaton;
    private final Filter filter;
    private final Simulator images;
    private final FilterSimulator weights;
    private final Set<ImmutableIntArray> seen = new LinkedHashSet<>();
    private double work;

    private Traces(Construction construction) {
        this.automaton = construction.automaton();
        this.filter = construction.filter();
        this.images = Simulator.of(automaton);
        this.weights = FilterSimulator.of(filter);
    }

    /**
     * Neighbourhoods of a network.
     *
     * @param construction V2 holds for it
     */
    static Samples of(Construction construction) {
        Traces traces = new Traces(construction);
        RandomData data = new RandomData(new SplittableRandom(SEED));
        for (Sizes sizes : SIZES) {
            traces.learning(data.trials(sizes, 1).findFirst().orElseThrow());
        }
        Samples samples = new Samples(construction.codes().channels());
        traces.seen.forEach(samples::add);
        return samples;
    }

    /** What is seen while memory is empty, filled in part, and full. */
    private void learning(Trial trial) {
        int rows = trial.sizes().examples() + 1;
        for (int filled : new int[] {rows, 0, rows / 2, rows - 1}) {
            int[][] memory = ClosedForm.lane(trial.training(), trial.queries().row(0));
            Arrays.stream(memory, filled, rows).forEach(row -> Arrays.fill(row, 0));
            run(
                    images.image(trial.sizes(), memory),
                    automaton.geometry().steps().at(trial.sizes()));
        }
    }

    private void run(int[][] lane, long steps) {
        FilterSimulator.Image image = weights.start(lane);
        double cost = (double) lane.length * lane[0].length * filter.nonZeroWeights();
        boolean moves = true;
        for (long step = 0; step <= steps && moves && work < WORK && seen.size() < MOST; step++) {
            add(image, lane);
            image.step();
            moves = image.hasChanged();
            work += cost;
        }
    }

    private void add(FilterSimulator.Image image, int[][] lane) {
        for (int row = 0; row < lane.length; row++) {
            for (int column = 0; column < lane[row].length; column++) {
                seen.add(around(image, lane, row, column));
            }
        }
    }

    private ImmutableIntArray around(FilterSimulator.Image image, int[][] lane, int row, int column) {
        int channels = filter.channels().size();
        ImmutableIntArray.Builder values = ImmutableIntArray.builder(channels * Filter.TAPS);
        for (int channel = 0; channel < channels; channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                Offset at = Filter.offset(tap);
                int tapRow = row + at.row();
                int tapColumn = column + at.column();
                boolean inside =
                        0 <= tapRow && tapRow < lane.length && 0 <= tapColumn && tapColumn < lane[tapRow].length;
                values.add(inside ? (int) image.channel(channel, tapRow, tapColumn) : 0);
            }
        }
        return values.build();
    }
}
