package dev.pupil.runtime.engine;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.data.DataSet;
import java.util.stream.IntStream;

/** What every engine asks of a network before it predicts, and of an output before it becomes a prediction. */
public final class PredictionChecks {
    private PredictionChecks() {}

    /**
     * Refuses a network that can't answer these queries.
     *
     * @throws PredictionException if it is not trained, its memory is not full, or the queries have another number of
     *     features
     */
    public static void requireReady(WeightFile trained, DataSet queries) throws PredictionException {
        requireTrained(trained);
        requireFull(trained);
        requireWidth(trained, queries);
    }

    /**
     * Gives a network's memory weights, [m + 1, d + 1].
     *
     * @throws PredictionException if it has none, or is one that answers no queries
     */
    public static Tensor requireTrained(WeightFile network) throws PredictionException {
        if (!network.filter().legend().learns()) {
            throw new PredictionException("'%s' is a machine that starts on a tape; it answers no queries"
                    .formatted(network.filter().name()));
        }
        return network.memory()
                .orElseThrow(
                        () -> new PredictionException("the network is not trained: its file has no memory.weight"));
    }

    /**
     * Refuses memory with an empty row. A network whose last row is filled answers, and can't know that an example is
     * missing before it.
     *
     * @throws PredictionException if a row is all zero
     */
    static void requireFull(WeightFile trained) throws PredictionException {
        Tensor memory = requireTrained(trained);
        long empty = emptyRows(memory);
        if (empty > 0) {
            throw new PredictionException(
                    "memory is not full: %s of %s rows are still empty; train on the whole data set before predicting"
                            .formatted(empty, memory.shape().get(0)));
        }
    }

    private static long emptyRows(Tensor memory) {
        int columns = memory.shape().get(1);
        ImmutableDoubleArray values = memory.values();
        return IntStream.range(0, memory.shape().get(0))
                .filter(row -> values.subArray(row * columns, (row + 1) * columns).stream()
                        .allMatch(value -> value == 0))
                .count();
    }

    /**
     * Refuses queries that are no queries to this network.
     *
     * @throws PredictionException if they have another number of features
     */
    public static void requireWidth(WeightFile trained, DataSet queries) throws PredictionException {
        if (queries.features() != trained.sizes().features()) {
            throw new PredictionException("queries have %s features, but the network was trained with %s"
                    .formatted(queries.features(), trained.sizes().features()));
        }
    }

    /**
     * What a network's output says.
     *
     * @param output f(x)
     * @param query the number of the query, the first is 0
     * @return a 0 for −1, a 1 for +1
     * @throws PredictionException if it is neither: 0 if a machine has not halted by then, else the network is broken
     */
    public static int prediction(double output, int query) throws PredictionException {
        if (output == 1) {
            return 1;
        }
        if (output == -1) {
            return 0;
        }
        if (output == 0) {
            throw new PredictionException(
                    "the network does not answer query %s: its output is 0 after all its steps, as that of a machine that has not halted"
                            .formatted(query + 1));
        }
        throw new PredictionException(
                "the network is broken: its output for query %s is %s, not 1 or -1".formatted(query + 1, output));
    }
}
