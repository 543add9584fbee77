package dev.pupil.runtime.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.runtime.data.DataSet;
import java.nio.FloatBuffer;
import java.util.Map;

/** A model in ONNX Runtime, as anyone would use it who knows its documentation and nothing else. */
public final class ModelSession implements AutoCloseable {
    private final OrtEnvironment environment =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "pupil");
    private final OrtSession session;

    /** Loads a model, with all checks. */
    public ModelSession(byte[] model) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.addConfigEntry("session.strict_shape_type_inference", "1");
            options.setIntraOpNumThreads(1);
            session = environment.createSession(model, options);
        }
    }

    /** Asks an untrained network with memory of the caller's. */
    public float[] predictions(DataSet queries, Tensor memory) throws OrtException {
        try (OnnxTensor weight = tensor(memory);
                OnnxTensor query = tensor(features(queries))) {
            return predictions(ImmutableMap.of("query", query, "memory.weight", weight));
        }
    }

    /** Asks a trained network. */
    public float[] predictions(DataSet queries) throws OrtException {
        try (OnnxTensor query = tensor(features(queries))) {
            return predictions(ImmutableMap.of("query", query));
        }
    }

    private float[] predictions(Map<String, OnnxTensor> inputs) throws OrtException {
        try (Result result = session.run(inputs)) {
            return (float[]) result.get("prediction").orElseThrow().getValue();
        }
    }

    private static Tensor features(DataSet queries) {
        double[] values = new double[queries.size() * queries.features()];
        for (int i = 0; i < values.length; i++) {
            values[i] = queries.feature(i / queries.features(), i % queries.features()) ? 1 : -1;
        }
        return Tensor.of(values, queries.size(), queries.features());
    }

    private OnnxTensor tensor(Tensor tensor) throws OrtException {
        FloatBuffer values = FloatBuffer.allocate(tensor.values().length());
        tensor.values().forEach(value -> values.put((float) value));
        long[] shape = tensor.shape().stream().asLongStream().toArray();
        return OnnxTensor.createTensor(environment, values.flip(), shape);
    }

    /** Inputs by name, with their dimensions: a number, or a name where it is the caller's to choose. */
    public ImmutableMap<String, String> inputs() throws OrtException {
        return described(session.getInputInfo());
    }

    /** Outputs by name, as {@link #inputs}. */
    public ImmutableMap<String, String> outputs() throws OrtException {
        return described(session.getOutputInfo());
    }

    private static ImmutableMap<String, String> described(Map<String, NodeInfo> values) {
        ImmutableMap.Builder<String, String> described = ImmutableMap.builder();
        values.forEach((name, value) -> described.put(name, described((TensorInfo) value.getInfo())));
        return described.buildOrThrow();
    }

    private static String described(TensorInfo tensor) {
        StringBuilder text = new StringBuilder(tensor.type.toString());
        for (int i = 0; i < tensor.getShape().length; i++) {
            String name = tensor.getDimensionNames()[i];
            text.append(' ').append(name.isEmpty() ? tensor.getShape()[i] : name);
        }
        return text.toString();
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
