package dev.pupil.compiler.lower.processor.instruction;

/** How far down an order has to go until its reply, for which control waits, can start. */
public enum Reach {
    /** To the row after those of matrices that have a row a feature, or one more. */
    FEATURES,
    /** To the last row. */
    ALL
}
