package dev.pupil.runtime.onnx;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.Batches;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.EngineUnavailableException;
import dev.pupil.runtime.engine.PredictionChecks;
import dev.pupil.runtime.engine.PredictionException;

/** Predicts with ONNX Runtime and the exported model: what others see who run the network. */
public final class OnnxEngine implements Engine {
    /** Whether ONNX Runtime can be loaded on this machine. */
    public static boolean isAvailable() {
        try {
            OnnxLibrary.environment();
            return true;
        } catch (EngineUnavailableException missing) {
            return false;
        }
    }

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public ImmutableIntArray predict(WeightFile trained, DataSet queries, Progress progress)
            throws PredictionException {
        PredictionChecks.requireReady(trained, queries);
        int batch = OnnxNetwork.batchSize(trained, queries.size());
        try (OnnxNetwork network = new OnnxNetwork(trained, batch)) {
            return Batches.predict((first, count) -> network.outputs(queries, first, count), queries, batch, progress);
        }
    }
}
