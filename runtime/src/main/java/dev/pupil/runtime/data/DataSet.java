package dev.pupil.runtime.data;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.Optional;

/**
 * Rows of bits, with or without labels. A bit stands for −1 (0) or +1 (1) at the network's input.
 */
public final class DataSet {
    private final int features;
    private final ImmutableList<BitSet> rows;
    private final Optional<BitSet> labels;

    private DataSet(int features, ImmutableList<BitSet> rows, Optional<BitSet> labels) {
        this.features = features;
        this.rows = rows;
        this.labels = labels;
    }

    /**
     * A data set of the given rows; the arguments are copied.
     *
     * @param features d, at least 1
     * @param rows each row's features, bit j is feature j
     * @param labels bit i is row i's label, if there are labels
     */
    public static DataSet of(int features, Iterable<BitSet> rows, Optional<BitSet> labels) {
        checkArgument(features >= 1, "at least one feature");
        ImmutableList.Builder<BitSet> copies = ImmutableList.builder();
        for (BitSet row : rows) {
            checkArgument(row.length() <= features, "a row has more than %s features", features);
            copies.add((BitSet) row.clone());
        }
        return new DataSet(features, copies.build(), labels.map(bits -> (BitSet) bits.clone()));
    }

    /** d, the number of features. */
    public int features() {
        return features;
    }

    /** The number of rows. */
    public int size() {
        return rows.size();
    }

    /** Feature {@code column} of row {@code row}. */
    public boolean feature(int row, int column) {
        checkElementIndex(column, features);
        return rows.get(row).get(column);
    }

    /** A copy of row {@code row}'s features, bit j is feature j. */
    public BitSet row(int row) {
        return (BitSet) rows.get(row).clone();
    }

    /** Whether rows have labels. */
    public boolean hasLabels() {
        return labels.isPresent();
    }

    /** The label of row {@code row}. */
    public boolean label(int row) {
        checkState(labels.isPresent(), "no labels");
        checkElementIndex(row, size());
        return labels.get().get(row);
    }
}
