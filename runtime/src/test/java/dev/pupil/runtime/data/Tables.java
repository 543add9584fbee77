package dev.pupil.runtime.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Data sets as lines of zeros and ones, label last where there is one. */
final class Tables {
    private Tables() {}

    static List<String> lines(DataSet data) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < data.size(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < data.features(); column++) {
                line.append(data.feature(row, column) ? 1 : 0);
            }
            if (data.hasLabels()) {
                line.append(data.label(row) ? " 1" : " 0");
            }
            lines.add(line.toString());
        }
        return lines;
    }

    static DataSet random(Random random, boolean labelled) {
        int features = 1 + random.nextInt(20);
        int size = 1 + random.nextInt(20);
        List<BitSet> rows = new ArrayList<>();
        BitSet labels = new BitSet();
        for (int row = 0; row < size; row++) {
            BitSet bits = new BitSet();
            for (int column = 0; column < features; column++) {
                bits.set(column, random.nextBoolean());
            }
            rows.add(bits);
            labels.set(row, random.nextBoolean());
        }
        return DataSet.of(features, rows, labelled ? Optional.of(labels) : Optional.empty());
    }
}
