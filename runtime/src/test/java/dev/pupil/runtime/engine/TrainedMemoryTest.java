package dev.pupil.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.grammar.source.Source;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class TrainedMemoryTest {
    static final Arguments[] REFUSALS = {
        Arguments.of(
                new double[][] {{0, 0}, {0, 0}, {0, 0}},
                "memory is not full: 3 of 3 rows are still empty; train on the whole data set before predicting"),
        Arguments.of(
                new double[][] {{1, -1}, {1, 1}, {0, 0}},
                "memory is not full: 1 of 3 rows are still empty; train on the whole data set before predicting"),
        Arguments.of(new double[][] {{1, 1}, {0.5, 1}, {1, 1}}, "memory.weight[1, 0] is 0.5, not -1.0 or 1.0"),
        Arguments.of(new double[][] {{1, 0}, {1, 1}, {1, 1}}, "memory.weight[0, 1] is 0.0, not -1.0 or 1.0"),
        Arguments.of(new double[][] {{1, Double.NaN}, {1, 1}}, "memory.weight[0, 1] is NaN, not -1.0 or 1.0"),
        Arguments.of(
                new double[][] {{1, 1}, {-1, 1}},
                "memory.weight[1, 0] is negative, but the last row is the dummy example, which is all +1"),
    };

    @Test
    void examplesAreRecoveredFromTheirProductsWithTheLabel() throws PredictionException {
        TrainedMemory memory =
                TrainedMemory.of(Networks.withMemory(new double[][] {{1, -1, 1}, {1, -1, -1}, {1, 1, 1}}));
        assertThat(memory.sizes()).isEqualTo(new Sizes(2, 2));
        assertThat(memory.label(0)).isTrue();
        assertThat(memory.features(0)).isEqualTo(bits(0b01));
        assertThat(memory.label(1)).isFalse();
        assertThat(memory.features(1)).isEqualTo(bits(0b10));
    }

    @Test
    void theLaneIsTheMemoryTimesTheQueryWithTheLabelColumnUnchanged() throws PredictionException {
        TrainedMemory memory = TrainedMemory.of(Networks.withMemory(new double[][] {{1, -1, -1}, {1, 1, 1}}));
        assertThat(memory.lane(bits(0b10))).isDeepEqualTo(new int[][] {{-1, -1, -1}, {-1, 1, 1}});
    }

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void memoryThatSgdHasNotFinishedIsRefused(double[][] weight, String message) {
        assertThat(catchThrowable(() -> TrainedMemory.of(Networks.withMemory(weight))))
                .isInstanceOf(PredictionException.class)
                .hasMessage(message);
    }

    @Test
    void anUntrainedFileIsRefused() {
        assertThat(catchThrowable(() -> TrainedMemory.of(Networks.untrained(new Source("test.pupil", "")))))
                .isInstanceOf(PredictionException.class)
                .hasMessage("the network is not trained: its file has no memory.weight");
    }

    private static BitSet bits(long bits) {
        return BitSet.valueOf(new long[] {bits});
    }
}
