package dev.pupil.compiler.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.HeadUnit;
import dev.pupil.compiler.circuit.Circuit.Input;
import dev.pupil.compiler.circuit.Circuit.Mix;
import dev.pupil.compiler.circuit.Circuit.Summand;
import dev.pupil.compiler.circuit.Circuit.Unit;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The circuit's numbers stand where a convolutional network expects them. */
class FilterBuilderTest {
    private static final Origin ORIGIN = new Origin("test", Optional.empty());

    private final Filter filter = FilterBuilder.build(circuit());

    private static Circuit circuit() {
        return new Circuit(
                "two",
                ImmutableList.of(new Channel("lane", ImmutableList.of()), new Channel("bit", ImmutableList.of())),
                ImmutableList.of(
                        new Unit("lane#1", ImmutableList.of(new Input("lane", Offset.CENTER, 1)), 2, ORIGIN),
                        new Unit("bit#1", ImmutableList.of(new Input("bit", Offset.RIGHT, 3)), -0.5, ORIGIN),
                        new Unit("bit#2", ImmutableList.of(new Input("bit", Offset.UP, -1)), 0, ORIGIN)),
                ImmutableList.of(
                        new Mix("lane", ImmutableList.of(new Summand("lane#1", 1)), -2),
                        new Mix("bit", ImmutableList.of(new Summand("bit#2", -1), new Summand("bit#1", 2)), 1)),
                ImmutableList.of(new HeadUnit("answer", ImmutableList.of(new Input("bit", Offset.CENTER, 4)), -3, 5)),
                new Geometry(SizeExpression.of(0, 1, 1), SizeExpression.of(1, 0, 1), SizeExpression.of(1, 1, 0)),
                ImmutableMap.of(),
                ImmutableList.of());
    }

    @Test
    void aTapIsTheNeighboursOffsetPlusOne() {
        assertThat(filter.convolutionWeight().shape().toArray()).containsExactly(3, 2, 3, 3);
        assertThat(weight(0, 0, 1, 1)).isEqualTo(1);
        assertThat(weight(1, 1, 1, 2)).isEqualTo(3);
        assertThat(weight(2, 1, 0, 1)).isEqualTo(-1);
        assertThat(filter.convolutionWeight().nonZero()).isEqualTo(3);
    }

    private double weight(int unit, int channel, int row, int column) {
        return filter.convolutionWeight().values().get(((unit * 2 + channel) * 3 + row) * 3 + column);
    }

    @Test
    void mixesAreRowsOverUnits() {
        assertThat(filter.mixWeight().shape().toArray()).containsExactly(2, 3, 1, 1);
        assertThat(filter.mixWeight().values().toArray()).containsExactly(1, 0, 0, 0, 2, -1);
        assertThat(filter.mixBias().values().toArray()).containsExactly(-2, 1);
    }

    @Test
    void theHeadReadsChannelsOfThePixelItself() {
        assertThat(filter.headHiddenWeight().values().toArray()).containsExactly(0, 4);
        assertThat(filter.headHiddenBias().values().toArray()).containsExactly(-3);
        assertThat(filter.headOutputWeight().values().toArray()).containsExactly(5);
    }

    @Test
    void nonZeroWeightsAreTheStepsAlone() {
        assertThat(filter.nonZeroWeights()).isEqualTo(3 + 2 + 3 + 2);
    }
}
