package dev.pupil.runtime.reference;

import java.util.BitSet;

/** A learner in plain Java, by another way than the program it is compared with where there is one. */
interface PlainLearner {
    void learn(BitSet features, boolean label);

    boolean predict(BitSet features);
}
