package dev.pupil.verify.trial;

import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.program.size.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Random data of several small sizes for one program, first those that show most.
 *
 * @param seed the same seed always gives the same data
 * @param count how many small sizes; two more follow that are small in d or m only
 * @param queries how many queries for each
 * @param work how many pixels may be looked at for a prediction: larger data are left out
 */
record RandomTrials(long seed, int count, int queries, long work) {
    private static final List<Sizes> FIRST =
            List.of(new Sizes(2, 2), new Sizes(1, 1), new Sizes(1, 3), new Sizes(3, 2));
    /** Many more features than examples, and many more examples than features: the larger ones decide about steps. */
    private static final List<Sizes> LAST = List.of(new Sizes(14, 1), new Sizes(1, 11));

    private static final int MOST_FEATURES = 5;
    private static final int MOST_EXAMPLES = 6;

    Stream<Trial> of(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomData data = new RandomData(random);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < count + LAST.size(); i++) {
            Sizes sizes = sizes(i, random);
            if (work(geometry, sizes) <= work) {
                trials.addAll(data.trials(sizes, queries).limit(1).toList());
            }
        }
        return trials.stream();
    }

    private Sizes sizes(int number, SplittableRandom random) {
        if (number >= count) {
            return LAST.get(number - count);
        }
        return number < FIRST.size()
                ? FIRST.get(number)
                : new Sizes(1 + random.nextInt(MOST_FEATURES), 1 + random.nextInt(MOST_EXAMPLES));
    }

    private static double work(Geometry geometry, Sizes sizes) {
        return (double) geometry.steps().at(sizes)
                * geometry.rows().at(sizes)
                * geometry.columns().at(sizes);
    }
}
