package dev.pupil.runtime.reference;

import java.util.BitSet;

/** A running learner. Not safe for use by several threads at once. */
public sealed interface Learner permits ProgramLearner, MachineLearner {
    /**
     * Learns the next training example.
     *
     * @param features bit j is feature j; at most d bits long, not changed
     * @param label the label
     * @throws IllegalStateException if all m examples have been learned
     */
    void learn(BitSet features, boolean label);

    /**
     * Answers a query; what has been learned stays as it is.
     *
     * @param features bit j is feature j; at most d bits long, not changed
     * @return the predicted label
     * @throws NoAnswerException if it is a machine that does not halt on its tape in time
     */
    boolean predict(BitSet features);
}
