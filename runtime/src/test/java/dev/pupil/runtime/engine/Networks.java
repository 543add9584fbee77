package dev.pupil.runtime.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.data.DataSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Weight files whose filter is empty: for engines that execute the program, not the filter. */
final class Networks {
    private Networks() {}

    static WeightFile untrained(Source source) {
        return new WeightFile(emptyFilter(), source, 1, Optional.empty());
    }

    /** A weight file with memory as SGD leaves it: row i is y·z of example i, the last row is all ones. */
    static WeightFile trained(Source source, DataSet training) {
        int rows = training.size() + 1;
        int columns = training.features() + 1;
        double[] weight = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                weight[row * columns + column] = row == training.size() ? 1 : product(training, row, column);
            }
        }
        return untrained(source).withMemory(Tensor.of(weight, rows, columns));
    }

    static WeightFile withMemory(double[][] rows) {
        double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return untrained(new Source("test.pupil", "")).withMemory(Tensor.of(values, rows.length, rows[0].length));
    }

    private static int product(DataSet training, int row, int column) {
        int label = training.label(row) ? 1 : -1;
        boolean last = column == training.features();
        return last || training.feature(row, column) ? label : -label;
    }

    private static Filter emptyFilter() {
        SizeExpression one = SizeExpression.of(0, 0, 1);
        return Filter.of(
                new Legend("test", ImmutableList.of(), ImmutableList.of(), ImmutableMap.of(), ImmutableList.of()),
                Maps.toMap(List.of(Part.values()), part -> new Tensor(part.shape(0, 0, 0), ImmutableDoubleArray.of())),
                new Geometry(one, one, one));
    }
}
