package dev.pupil.examples;

import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of data.
 *
 * @param features bit j is feature j; nobody changes it
 * @param label what is to be predicted
 */
record Row(BitSet features, boolean label) {

    /** The row as a line of a CSV file, the label last. */
    String text(int width) {
        return IntStream.range(0, width)
                .mapToObj(j -> digit(features.get(j)))
                .collect(Collectors.joining(",", "", "," + digit(label) + "\n"));
    }

    private static String digit(boolean bit) {
        return bit ? "1" : "0";
    }
}
