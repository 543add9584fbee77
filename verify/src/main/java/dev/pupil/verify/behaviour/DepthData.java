package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.trial.ExhaustiveData;
import dev.pupil.verify.trial.RandomData;
import dev.pupil.verify.trial.Trial;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * At which sizes, and on which data, the depth is watched.
 *
 * @param side the grid of sizes is 1 ≤ d, m ≤ side
 * @param mostRuns at sizes with at most so many data sets and queries, all of them are tried
 * @param randomTrials random data sets at each other size of the grid, beside the extreme ones
 * @param largeSizes random sizes beyond the grid
 * @param largest what d and m are there at most
 * @param seed of everything random
 */
record DepthData(int side, int mostRuns, int randomTrials, int largeSizes, int largest, long seed) {
    /** The least side of a grid. */
    private static final int LEAST_SIDE = 2;

    /** d or m is at least so large where the other one is small. */
    private static final int LEAST_LENGTH = 12;

    /** What the grid may cost, and what the sizes beyond it may, see {@link Work}. */
    private static final double GRID_WORK = 5e9;

    private static final double LARGE_WORK = 3e9;

    /** Images of a size of the grid, besides those with rows of memory that are empty. */
    private static final int IMAGES = 10;

    /** As much as there is time for. */
    static DepthData of(Settings settings, Work work) {
        DepthData most = switch (settings.effort()) {
            case QUICK -> new DepthData(4, 32, 1, 1, 24, settings.seed());
            case STANDARD -> new DepthData(6, 128, 2, 4, 40, settings.seed());
            case THOROUGH -> new DepthData(10, 4096, 10, 40, 60, settings.seed());
        };
        DepthData grid = most;
        while (grid.side > LEAST_SIDE && grid.gridWork(work) > Work.within(GRID_WORK, settings)) {
            grid = grid.with(grid.side - 1, grid.largest);
        }
        DepthData chosen = grid;
        while (chosen.largest > chosen.side + 1 && chosen.largeWork(work) > Work.within(LARGE_WORK, settings)) {
            chosen = chosen.with(chosen.side, chosen.largest - 1);
        }
        return chosen;
    }

    private DepthData with(int otherSide, int otherLargest) {
        return new DepthData(otherSide, mostRuns, randomTrials, largeSizes, otherLargest, seed);
    }

    private double gridWork(Work work) {
        return grid().stream()
                .mapToDouble(sizes -> (IMAGES + sizes.examples() + 1) * work.image(sizes))
                .sum();
    }

    private double largeWork(Work work) {
        return large().stream().mapToDouble(work::image).sum();
    }

    /** All sizes of the grid, the small ones first. */
    ImmutableList<Sizes> grid() {
        return IntStream.rangeClosed(2, 2 * side)
                .boxed()
                .flatMap(sum -> IntStream.rangeClosed(1, side)
                        .filter(features -> 1 <= sum - features && sum - features <= side)
                        .mapToObj(features -> new Sizes(features, sum - features)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Sizes beyond the grid: d ≫ m and m ≫ d, since L can be a maximum of what both ask for, and random ones. */
    ImmutableList<Sizes> large() {
        int length = Math.max(largest, LEAST_LENGTH);
        SplittableRandom random = new SplittableRandom(seed);
        Stream<Sizes> anywhere = Stream.generate(
                        () -> new Sizes(1 + random.nextInt(largest), 1 + random.nextInt(largest)))
                .filter(sizes -> sizes.features() > side || sizes.examples() > side)
                .limit(largeSizes);
        return Stream.concat(
                        Stream.of(
                                new Sizes(length, 1), new Sizes(1, length), new Sizes(length, 2), new Sizes(2, length)),
                        anywhere)
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether all data sets and all queries are tried at a size. */
    boolean exhausts(Sizes sizes) {
        long bits = (long) sizes.examples() * (sizes.features() + 1) + sizes.features();
        return bits < Integer.SIZE && 1L << bits <= mostRuns;
    }

    /** The data sets and queries at a size of the grid. */
    Stream<Trial> trials(Sizes sizes) {
        return exhausts(sizes)
                ? ExhaustiveData.trials(sizes)
                : Stream.concat(extremes(sizes), random(sizes).limit(randomTrials));
    }

    /** Random data sets, each with a query, without end. */
    Stream<Trial> random(Sizes sizes) {
        long mixed = seed * 1_000_003 + sizes.features() * 1009L + sizes.examples();
        return new RandomData(new SplittableRandom(mixed)).trials(sizes, 1);
    }

    /** Data sets in which all features are equal, and all labels, each with an all-zero and an all-one query. */
    Stream<Trial> extremes(Sizes sizes) {
        return Stream.of(false, true)
                .flatMap(features -> Stream.of(false, true).map(label -> constant(sizes, features, label)));
    }

    private static Trial constant(Sizes sizes, boolean feature, boolean label) {
        BitSet row = new BitSet();
        row.set(0, sizes.features(), feature);
        BitSet labels = new BitSet();
        labels.set(0, sizes.examples(), label);
        BitSet ones = new BitSet();
        ones.set(0, sizes.features());
        return new Trial(
                DataSet.of(sizes.features(), Collections.nCopies(sizes.examples(), row), Optional.of(labels)),
                DataSet.of(sizes.features(), List.of(new BitSet(), ones), Optional.empty()));
    }
}
