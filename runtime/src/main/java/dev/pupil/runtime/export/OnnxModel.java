package dev.pupil.runtime.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.pupil.compiler.weights.SavedContents;
import dev.pupil.compiler.weights.TensorLayout;
import dev.pupil.compiler.weights.WeightFile;

/**
 * The whole network as an ONNX model: memory layer, recurrent steps and head (format: <a
 * href="https://onnx.ai/onnx/repo-docs/IR.html">onnx.ai</a>).
 *
 * <p>Inputs: {@value #QUERY} [batch, d], each number −1 or +1, and, in an untrained network, {@code memory.weight}
 * [m + 1, d + 1]; in a trained one it is a constant. Output: {@value #PREDICTION} [batch], −1 or +1, and 0 while
 * the last row of {@code memory.weight} is all zero. All are of the network's {@linkplain WeightFile#dtype() number format}. Batch
 * size, m and d are whatever the inputs' shapes say.
 */
public final class OnnxModel {
    /** The input: features of a batch of queries, [batch, d], each −1 or +1. */
    public static final String QUERY = "query";

    /** The input of an untrained network, and a trained network's constant: W, [m + 1, d + 1]. */
    public static final String MEMORY_WEIGHT = TensorLayout.MEMORY_WEIGHT;

    /** The output: f(x), [batch], each −1 or +1. */
    public static final String PREDICTION = "prediction";

    /** The first file format version that goes with the operators' version. */
    private static final long FILE_FORMAT = 8;

    private static final long OPERATORS = 17;

    private OnnxModel() {}

    /**
     * The bytes of a model.
     *
     * @param network trained or not
     * @throws IllegalArgumentException if the network could not be saved, see {@link SavedContents#of}
     */
    public static byte[] bytes(WeightFile network) {
        SavedContents saved = SavedContents.of(network);
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(FILE_FORMAT)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setProducerName("pupil")
                .setDocString(description(network))
                .setGraph(NetworkGraph.of(network, saved));
        saved.metadata()
                .forEach((name, text) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(name).setValue(text)));
        return model.build().toByteArray();
    }

    private static String description(WeightFile network) {
        return "The learner '%s' as a recurrent convolutional network. Input %s [batch, d], each -1 or +1%s; output %s"
                        .formatted(
                                network.filter().name(),
                                QUERY,
                                network.memory().isPresent() ? "" : ", and " + MEMORY_WEIGHT + " [m + 1, d + 1]",
                                PREDICTION)
                + " [batch], each -1 or +1.";
    }
}
