package dev.pupil.runtime.network;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.runtime.data.DataSet;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Networks and data of random numbers: they compute nothing sensible, and so hide no mistake. */
public final class RandomFilters {
    /** One image row and two columns more than the memory has, to have workspace on both sides. */
    private static final int WORKSPACE_ROWS = 2;

    private static final int WORKSPACE_COLUMNS = 3;

    private static final double LOWEST = -0.3;
    private static final double HIGHEST = 1;

    /** Makes up for what is lost at the images' borders. */
    private static final double GAIN = 1.3;

    private RandomFilters() {}

    /** A network of so many channels, units and head units, of which a part of the weights is zero. */
    public static Filter filter(Random random, int channels, int units, int headUnits, int steps) {
        Origin origin = new Origin("random", Optional.empty());
        Legend legend = new Legend(
                "random",
                IntStream.range(0, channels)
                        .mapToObj(channel -> new Channel("channel" + channel, ImmutableList.of()))
                        .collect(ImmutableList.toImmutableList()),
                IntStream.range(0, units)
                        .mapToObj(unit -> new UnitLabel("unit" + unit, origin))
                        .collect(ImmutableList.toImmutableList()),
                ImmutableMap.of(),
                ImmutableList.of());
        return new Filter(
                legend,
                tensor(random, 0.5, units, channels, 3, 3),
                tensor(random, 1, units),
                tensor(random, 0.8, channels, units, 1, 1),
                tensor(random, 1, channels),
                tensor(random, 1, headUnits, channels),
                tensor(random, 1, headUnits),
                tensor(random, 1, headUnits),
                new Geometry(
                        SizeExpression.of(0, 1, WORKSPACE_ROWS),
                        SizeExpression.of(1, 0, WORKSPACE_COLUMNS),
                        SizeExpression.of(0, 0, steps)));
    }

    /**
     * A tensor whose values are non-zero with probability {@code density}. They are positive more often than not, and add
     * up to a little over 1 for each output, so that over many steps neither values nor gradients vanish or explode.
     */
    public static Tensor tensor(Random random, double density, int... shape) {
        int size = IntStream.of(shape).reduce(1, (left, right) -> left * right);
        double mean = (HIGHEST + LOWEST) / 2;
        double scale = GAIN / (mean * Math.max(1, (double) size / shape[0] * density));
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextDouble() < density ? scale * random.nextDouble(LOWEST, HIGHEST) : 0;
        }
        return Tensor.of(values, shape);
    }

    /** Random examples with labels. */
    public static DataSet data(Random random, int features, int rows) {
        return DataSet.of(
                features,
                IntStream.range(0, rows).mapToObj(row -> bits(random, features)).toList(),
                Optional.of(bits(random, rows)));
    }

    private static BitSet bits(Random random, int count) {
        BitSet bits = new BitSet();
        IntStream.range(0, count).forEach(bit -> bits.set(bit, random.nextBoolean()));
        return bits;
    }
}
