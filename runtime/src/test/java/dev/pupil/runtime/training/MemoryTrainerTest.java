package dev.pupil.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.network.Nd4jEngine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemoryTrainerTest {
    private WeightFile parity;

    @BeforeAll
    void compileOnce() throws Exception {
        parity = ExampleNetworks.compiled("parity");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,3", "5,2", "7,3", "4,9", "8,16"})
    void descentReachesTheClosedFormExactlyAndTheNetworkThenPredictsAsItsProgram(int features, int examples)
            throws Exception {
        Random random = new Random(features * 100L + examples);
        DataSet data = ExampleNetworks.parityData(random, features, examples);
        MemoryTrainer trainer = MemoryTrainer.of(parity, data);
        Training descent = trainer.train(TrainingMethod.SGD, Progress.NONE);
        assertThat(descent.maxDeviation()).isZero();
        assertThat(descent.updates()).isEqualTo(examples + 1);
        assertThat(descent.trained())
                .isEqualTo(
                        trainer.train(TrainingMethod.CLOSED_FORM, Progress.NONE).trained());
        DataSet queries = ExampleNetworks.parityData(random, features, 20);
        assertThat(new Nd4jEngine().predict(descent.trained(), queries, Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(descent.trained(), queries, Progress.NONE));
    }

    @Test
    void theClosedFormIsLabelTimesInputAndOnesForTheDummy() throws Exception {
        BitSet labels = BitSet.valueOf(new long[] {0b01});
        DataSet data = DataSet.of(
                2, List.of(BitSet.valueOf(new long[] {0b01}), BitSet.valueOf(new long[] {0b10})), Optional.of(labels));
        Training training = MemoryTrainer.of(parity, data).train(TrainingMethod.CLOSED_FORM, Progress.NONE);
        assertThat(training.trained().memory()).contains(Tensor.of(new double[] {1, -1, 1, 1, -1, -1, 1, 1, 1}, 3, 3));
        assertThat(training.maxDeviation()).isZero();
    }

    @Test
    void anotherNetworkDeviatesAndSaysSo() throws Exception {
        DataSet data = ExampleNetworks.parityData(new Random(1), 2, 2);
        Training training = MemoryTrainer.of(ExampleNetworks.withDoubledOutput(parity), data)
                .train(TrainingMethod.SGD, Progress.NONE);
        assertThat(training.maxDeviation()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void everyUpdateIsReported() throws Exception {
        List<Long> done = new ArrayList<>();
        Progress progress = (finished, total) -> {
            assertThat(total).isEqualTo(4);
            done.add(finished);
        };
        MemoryTrainer.of(parity, ExampleNetworks.parityData(new Random(1), 2, 3))
                .train(TrainingMethod.SGD, progress);
        assertThat(done).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void theEstimateIsPositive() throws Exception {
        assertThat(MemoryTrainer.of(parity, ExampleNetworks.parityData(new Random(1), 2, 3))
                        .estimateDescent())
                .isPositive();
    }

    @Test
    void thereMustBeExamplesWithLabels() {
        assertThatThrownBy(() -> MemoryTrainer.of(parity, DataSet.of(2, List.of(), Optional.of(new BitSet()))))
                .isInstanceOf(TrainingException.class)
                .hasMessage("there are no training examples");
        assertThatThrownBy(() -> MemoryTrainer.of(parity, DataSet.of(2, List.of(new BitSet()), Optional.empty())))
                .isInstanceOf(TrainingException.class)
                .hasMessage("the training examples have no labels");
    }

    @Test
    void imagesThatDoNotFitAreRefusedWithTheWayOut() throws Exception {
        MemoryTrainer trainer = MemoryTrainer.of(parity, ExampleNetworks.parityData(new Random(1), 4_000, 3_000));
        assertThatThrownBy(() -> trainer.train(TrainingMethod.SGD, Progress.NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessageMatching(
                        "images of \\d+×4001 pixels need .* GB of memory as real numbers, more than there is; "
                                + "training in closed form writes the same weights without computing images");
    }
}
