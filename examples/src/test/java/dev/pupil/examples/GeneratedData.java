package dev.pupil.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An example's data that a seed determines: training examples first, then queries, from one stream of random numbers.
 *
 * @param example whose data these are
 * @param seed of the random numbers
 * @param features d, how many features a row has
 * @param examples m, how many rows there are to learn from
 * @param queries how many there are to predict
 * @param concept where rows come from
 */
record GeneratedData(Example example, long seed, int features, int examples, int queries, Concept concept) {

    /** All that is generated. The data of other examples were made once and have no seed any more. */
    static final ImmutableList<GeneratedData> ALL = ImmutableList.of(
            new GeneratedData(new Example("pair"), 1, 10, 24, 60, Concepts::parityOfTwo),
            new GeneratedData(new Example("perceptron"), 2, 12, 60, 60, Concepts::weightedVote),
            new GeneratedData(new Example("winnow"), 3, 16, 60, 60, Concepts::disjunctionOfFew),
            new GeneratedData(new Example("nearest"), 4, 12, 24, 60, Concepts::groups),
            new GeneratedData(new Example("majority"), 5, 4, 21, 60, Concepts::mostlyOne),
            new GeneratedData(new Example("agreement"), 6, 12, 40, 60, Concepts::noisyCopies),
            new GeneratedData(new Example("halving"), 7, 12, 4, 60, Concepts::literal),
            new GeneratedData(new Example("gf3"), 8, 8, 20, 60, Concepts::linearOverThreeElements),
            new GeneratedData(new Example("machines/dictator"), 9, 4, 6, 60, Concepts::feature));

    /** Draws rows. */
    @FunctionalInterface
    interface Concept {
        /** A random row of so many features. */
        Row draw(SplittableRandom random, int features);
    }

    /** The training examples as a CSV file's text. */
    String training() {
        return text(rows().subList(0, examples));
    }

    /** The queries, with their labels, as a CSV file's text. */
    String test() {
        return text(rows().subList(examples, examples + queries));
    }

    private ImmutableList<Row> rows() {
        SplittableRandom random = new SplittableRandom(seed);
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        for (int i = 0; i < examples + queries; i++) {
            rows.add(concept.draw(random, features));
        }
        return rows.build();
    }

    private String text(ImmutableList<Row> rows) {
        String header =
                IntStream.range(0, features).mapToObj(j -> "x" + j).collect(Collectors.joining(",", "", ",label\n"));
        return rows.stream().map(row -> row.text(features)).collect(Collectors.joining("", header, ""));
    }

    @Override
    public String toString() {
        return example.name();
    }

    /** Writes all these files anew, into the folder of the examples, which is to be the current one. */
    public static void main(String[] arguments) throws IOException {
        for (GeneratedData data : ALL) {
            Files.writeString(data.example().training(), data.training());
            Files.writeString(data.example().test(), data.test());
        }
    }
}
