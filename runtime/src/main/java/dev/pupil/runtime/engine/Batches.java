package dev.pupil.runtime.engine;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;

/** Answering queries several at once. */
public final class Batches {
    private Batches() {}

    /** Answers some queries at once. */
    @FunctionalInterface
    public interface Network {
        /**
         * The network's outputs.
         *
         * @param first the first query's row
         * @param count how many queries
         * @return f(x) of each of them; what follows behind is not looked at
         * @throws PredictionException if there are none, with the reason
         */
        double[] outputs(int first, int count) throws PredictionException;
    }

    /**
     * How many queries, of so many in all, are best answered at once, such that batches are of nearly equal size.
     *
     * @param pixelsPerBatch how many pixels all images of a batch should have together at most; one image may have more
     */
    public static int size(WeightFile trained, int queries, long pixelsPerBatch) {
        Sizes sizes = trained.sizes();
        Geometry geometry = trained.filter().geometry();
        long pixels = geometry.rows().at(sizes) * geometry.columns().at(sizes);
        long most = Math.max(1, pixelsPerBatch / Math.max(1, pixels));
        long batches = Math.max(1, Math.ceilDiv(queries, most));
        return Math.toIntExact(Math.max(1, Math.ceilDiv(queries, batches)));
    }

    /**
     * The predictions for all queries.
     *
     * @param batch how many are answered at once
     * @param progress told about each finished batch
     * @throws PredictionException if the network gives no output, or one that is no prediction
     */
    public static ImmutableIntArray predict(Network network, DataSet queries, int batch, Progress progress)
            throws PredictionException {
        ImmutableIntArray.Builder predictions = ImmutableIntArray.builder(queries.size());
        for (int first = 0; first < queries.size(); first += batch) {
            int count = Math.min(batch, queries.size() - first);
            double[] outputs = network.outputs(first, count);
            for (int image = 0; image < count; image++) {
                predictions.add(PredictionChecks.prediction(outputs[image], first + image));
            }
            progress.report(first + count, queries.size());
        }
        return predictions.build();
    }
}
