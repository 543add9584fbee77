package dev.pupil.runtime.network;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.PredictionException;
import java.util.stream.IntStream;

/** Predicts by executing the network itself on ND4J: the truth about the weights. ND4J is loaded by the first prediction. */
public final class Nd4jEngine implements Engine {
    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public ImmutableIntArray predict(WeightFile trained, DataSet queries, Progress progress)
            throws PredictionException {
        requireTrainedFor(trained, queries);
        requireFull(trained);
        Nd4jNetwork network = network(trained, queries.size());
        int batch = Nd4jNetwork.batchSize(trained, queries.size());
        ImmutableIntArray.Builder predictions = ImmutableIntArray.builder(queries.size());
        for (int first = 0; first < queries.size(); first += batch) {
            int count = Math.min(batch, queries.size() - first);
            network.load(queries, first, count);
            for (long step = 0; step < network.steps(); step++) {
                network.step();
            }
            double[] outputs = network.outputs();
            for (int image = 0; image < count; image++) {
                predictions.add(prediction(outputs[image], first + image));
            }
            progress.report(first + count, queries.size());
        }
        return predictions.build();
    }

    private static Nd4jNetwork network(WeightFile trained, int queries) throws PredictionException {
        try {
            return new Nd4jNetwork(trained, Nd4jNetwork.batchSize(trained, queries));
        } catch (NetworkSizeException exception) {
            throw new PredictionException(exception.reason());
        }
    }

    private static void requireTrainedFor(WeightFile trained, DataSet queries) throws PredictionException {
        if (trained.memory().isEmpty()) {
            throw new PredictionException("the network is not trained: its file has no memory.weight");
        }
        if (queries.features() != trained.sizes().features()) {
            throw new PredictionException("queries have %s features, but the network was trained with %s"
                    .formatted(queries.features(), trained.sizes().features()));
        }
    }

    /** A network whose last row is filled answers, and can't know that an example is missing before it. */
    private static void requireFull(WeightFile trained) throws PredictionException {
        long empty = trained.memory().map(Nd4jEngine::emptyRows).orElseThrow();
        if (empty > 0) {
            throw new PredictionException(
                    "memory is not full: %s of %s rows are still empty, so the network outputs 0; train on the whole data set before predicting"
                            .formatted(empty, trained.sizes().examples() + 1));
        }
    }

    private static int prediction(double output, int query) throws PredictionException {
        if (output == 1) {
            return 1;
        }
        if (output == -1) {
            return 0;
        }
        throw new PredictionException(
                "the network is broken: its output for query %s is %s, not 1 or -1".formatted(query + 1, output));
    }

    private static long emptyRows(Tensor memory) {
        int columns = memory.shape().get(1);
        ImmutableDoubleArray values = memory.values();
        return IntStream.range(0, memory.shape().get(0))
                .filter(row -> values.subArray(row * columns, (row + 1) * columns).stream()
                        .allMatch(value -> value == 0))
                .count();
    }
}
