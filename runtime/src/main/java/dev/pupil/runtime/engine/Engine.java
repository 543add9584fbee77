package dev.pupil.runtime.engine;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;

/** Predicts labels with a trained network. */
public interface Engine {
    /** What users call it: {@code reference}, {@code automaton}, {@code bits}, {@code nd4j}, {@code onnx}. */
    String name();

    /**
     * Predicts every query's label.
     *
     * @param trained a weight file with memory, whose last row is filled
     * @param queries as many features as the network was trained with; labels are not looked at
     * @param progress told about each finished query
     * @return a 0 or a 1 for each query
     * @throws PredictionException if the network can't predict, with the reason
     */
    ImmutableIntArray predict(WeightFile trained, DataSet queries, Progress progress) throws PredictionException;
}
