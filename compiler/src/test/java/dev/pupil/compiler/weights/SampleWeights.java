package dev.pupil.compiler.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import java.util.Optional;
import java.util.Random;

/** Weight files that compute nothing, but hold everything that a file can hold. */
final class SampleWeights {
    private SampleWeights() {}

    /** Two channels, three hidden units, one head unit. */
    static WeightFile untrained() {
        return withFirstBias(0.5);
    }

    /** {@link #untrained()} with the first unit's bias replaced. */
    static WeightFile withFirstBias(double bias) {
        Origin prelude = new Origin("prelude", Optional.empty());
        Origin learn = new Origin("learn", Optional.of(new Span(3, 5, 4, 1)));
        Channel lane = new Channel("lane", ImmutableList.of());
        Channel shared = new Channel(
                "cell",
                ImmutableList.of(
                        new Role("label", 0, "not running", "the label, π ≤ 4, \"quoted\"", prelude),
                        new Role("cell", 1, "running", "a bit of memory\nin two lines", learn)));
        Legend legend = new Legend(
                "sample",
                ImmutableList.of(lane, shared),
                ImmutableList.of(
                        new UnitLabel("lane", prelude), new UnitLabel("cell#1", learn), new UnitLabel("cell#2", learn)),
                ImmutableMap.of("cell", new Encoding(2, ImmutableSortedMap.of(-1, 1, 0, 0, 5, 3))),
                ImmutableList.of(Terms.not(Terms.read("cell", Offset.UP)), Terms.TRUE));
        Filter filter = new Filter(
                legend,
                random(3, 2, 3, 3),
                Tensor.of(new double[] {bias, -1.5, 0}, 3),
                random(2, 3, 1, 1),
                random(2),
                random(1, 2),
                random(1),
                Tensor.of(new double[] {-1}, 1),
                new Geometry(
                        SizeExpression.max(SizeExpression.of(0, 1, 1), SizeExpression.of(1, 0, 1)),
                        SizeExpression.of(1, 0, 1),
                        SizeExpression.of(3, 3, 6)));
        return new WeightFile(filter, new Source("exämple.pupil", "learner sample\n  ∀\t\"x\"\n"), 1, Optional.empty());
    }

    /** {@link #untrained()} with memory for two features and three examples. */
    static WeightFile trained() {
        return untrained().withMemory(Tensor.of(new double[] {1, -1, 1, -1, -1, -1, 1, 1, 1, 1, 1, 1}, 4, 3));
    }

    private static Tensor random(int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return Tensor.of(
                new Random(size)
                        .ints(size, -4, 5)
                        .mapToDouble(half -> half / 2.0)
                        .toArray(),
                shape);
    }
}
