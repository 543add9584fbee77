package dev.pupil.verify.trial;

import com.google.common.collect.ImmutableList;

/** Something that learns from examples and then predicts: one of a program's representations, executed. */
public interface Predictor {
    /** What reports call it, e.g. {@code automaton}. */
    String name();

    /**
     * Learns a trial's training data, in order, and predicts each of its queries independently of the others.
     *
     * @return an outcome for each query; never an exception for anything that a program or its compilation did wrong
     */
    ImmutableList<Outcome> predict(Trial trial);
}
