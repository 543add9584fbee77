package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cc.redberry.rings.Rings;
import cc.redberry.rings.linear.LinearSolver;
import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.data.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One automaton for parities at all sizes, against an elimination over GF(2) that a library does. */
class ParityTest {
    private static final ImmutableList<Sizes> SIZES = ImmutableList.of(
            new Sizes(2, 2),
            new Sizes(1, 5),
            new Sizes(6, 2),
            new Sizes(5, 4),
            new Sizes(8, 8),
            new Sizes(24, 7),
            new Sizes(24, 24),
            new Sizes(24, 60));

    static List<Sizes> sizes() {
        return SIZES;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void whatFollowsFromTheExamplesIsPredicted(Sizes sizes) throws IOException {
        Lowering parity =
                Programs.lowered(Path.of("..", "examples", "parity.pupil")).orElseThrow();
        SplittableRandom random = new SplittableRandom(sizes.features() * 100L + sizes.examples());
        DataSet training = labelledByAParity(new RandomData(random), sizes);
        DataSet queries = sums(training, random);

        ImmutableList<Outcome> outcomes =
                new AutomatonPredictor(parity.automaton()).predict(new Trial(training, queries));

        for (int i = 0; i < queries.size(); i++) {
            assertThat(outcomes.get(i)).isEqualTo(new Outcome.Label(implied(training, queries.row(i))));
        }
    }

    private static DataSet labelledByAParity(RandomData data, Sizes sizes) {
        DataSet rows = data.training(sizes);
        BitSet secret = data.unlabelled(sizes.features(), 1).row(0);
        BitSet labels = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            BitSet common = rows.row(i);
            common.and(secret);
            labels.set(i, common.cardinality() % 2 == 1);
        }
        return DataSet.of(
                sizes.features(),
                IntStream.range(0, rows.size()).mapToObj(rows::row).toList(),
                Optional.of(labels));
    }

    /** Sums of random training examples. */
    private static DataSet sums(DataSet training, SplittableRandom random) {
        List<BitSet> sums = IntStream.range(0, 6)
                .mapToObj(i -> {
                    BitSet sum = new BitSet();
                    for (int row = 0; row < training.size(); row++) {
                        if (random.nextBoolean()) {
                            sum.xor(training.row(row));
                        }
                    }
                    return sum;
                })
                .toList();
        return DataSet.of(training.features(), sums, Optional.empty());
    }

    /** The label that does not raise the rank when the query is added as an example with it. */
    private static boolean implied(DataSet training, BitSet query) {
        int rank = rank(training, Optional.empty(), false);
        boolean one = rank(training, Optional.of(query), true) == rank;
        boolean zero = rank(training, Optional.of(query), false) == rank;
        assertThat(one).as("exactly one label follows").isNotEqualTo(zero);
        return one;
    }

    private static int rank(DataSet training, Optional<BitSet> query, boolean label) {
        int columns = training.features() + 1;
        // Rows of zeros do no harm, and the library wants no fewer rows than columns.
        long[][] matrix = new long[Math.max(columns, training.size() + 1)][columns];
        for (int row = 0; row < training.size(); row++) {
            fill(matrix[row], training.row(row), training.label(row));
        }
        query.ifPresent(features -> fill(matrix[training.size()], features, label));
        LinearSolver.rowEchelonForm(Rings.Zp64(2), matrix);
        return (int) Arrays.stream(matrix)
                .filter(row -> Arrays.stream(row).anyMatch(value -> value != 0))
                .count();
    }

    private static void fill(long[] row, BitSet features, boolean label) {
        features.stream().forEach(column -> row[column] = 1);
        row[row.length - 1] = label ? 1 : 0;
    }
}
