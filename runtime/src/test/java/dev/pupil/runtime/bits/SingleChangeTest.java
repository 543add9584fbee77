package dev.pupil.runtime.bits;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.Examples;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.network.Nd4jEngine;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.TrainingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network with one wrong weight: either it is refused, or bits predict what it predicts as real numbers. */
@ExtendWith(Examples.Resolver.class)
class SingleChangeTest {
    private static final int FEATURES = 2;
    private static final int EXAMPLES = 2;
    private static final int QUERIES = 3;
    private static final int ZEROS = 40;

    private final Examples examples;

    SingleChangeTest(Examples examples) {
        this.examples = examples;
    }

    @ParameterizedTest
    @CsvSource({"xor,1", "parity,3"})
    void isEitherRefusedOrPredictsTheSame(String name, int every) throws Exception {
        Random random = new Random(7);
        WeightFile trained = MemoryTrainer.of(
                        examples.network(name), ExampleNetworks.parityData(random, FEATURES, EXAMPLES))
                .train(TrainingMethod.CLOSED_FORM, Progress.NONE)
                .trained();
        DataSet queries = ExampleNetworks.parityData(random, FEATURES, QUERIES);
        List<Change> changes = new ArrayList<>(Change.ofEveryWeight(trained.filter()));
        changes.addAll(Change.ofSomeZeros(trained.filter(), random, ZEROS));
        int same = 0;
        int refused = 0;
        for (int i = 0; i < changes.size(); i += every) {
            WeightFile file = trained.with(changes.get(i).in(trained.filter()));
            Optional<ImmutableIntArray> bits = bits(file, queries);
            if (bits.isPresent()) {
                assertThat(bits).as("%s", changes.get(i)).isEqualTo(real(file, queries));
                same++;
            } else {
                refused++;
            }
        }
        assertThat(same).as("changes without consequence on this data").isPositive();
        assertThat(refused).as("changes that break the network").isPositive();
    }

    private static Optional<ImmutableIntArray> bits(WeightFile file, DataSet queries) {
        try {
            return Optional.of(new BitsEngine(1).predict(file, queries, Progress.NONE));
        } catch (PredictionException refused) {
            return Optional.empty();
        }
    }

    private static Optional<ImmutableIntArray> real(WeightFile file, DataSet queries) {
        try {
            return Optional.of(new Nd4jEngine().predict(file, queries, Progress.NONE));
        } catch (PredictionException refused) {
            return Optional.empty();
        }
    }
}
