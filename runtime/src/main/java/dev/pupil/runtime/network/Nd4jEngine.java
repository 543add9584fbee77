package dev.pupil.runtime.network;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.Batches;
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
        int batch = Nd4jNetwork.batchSize(trained, queries.size());
        Nd4jNetwork network = network(trained, batch);
        return Batches.predict((first, count) -> outputs(network, queries, first, count), queries, batch, progress);
    }

    private static Nd4jNetwork network(WeightFile trained, int batch) throws PredictionException {
        try {
            return new Nd4jNetwork(trained, batch);
        } catch (NetworkSizeException exception) {
            throw new PredictionException(exception.reason());
        }
    }

    private static double[] outputs(Nd4jNetwork network, DataSet queries, int first, int count) {
        network.load(queries, first, count);
        for (long step = 0; step < network.steps(); step++) {
            network.step();
        }
        return network.outputs();
    }
}
