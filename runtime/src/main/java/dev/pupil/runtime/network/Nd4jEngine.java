package dev.pupil.runtime.network;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.PredictionChecks;
import dev.pupil.runtime.engine.PredictionException;

/** Predicts by executing the network itself on ND4J: the truth about the weights. ND4J is loaded by the first prediction. */
public final class Nd4jEngine implements Engine {
    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public ImmutableIntArray predict(WeightFile trained, DataSet queries, Progress progress)
            throws PredictionException {
        PredictionChecks.requireReady(trained, queries);
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
                predictions.add(PredictionChecks.prediction(outputs[image], first + image));
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
}
