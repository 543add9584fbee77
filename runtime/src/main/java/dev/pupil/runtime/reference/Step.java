package dev.pupil.runtime.reference;

/** A statement made ready to run. */
@FunctionalInterface
interface Step {
    /** Runs it on the cells of the store. */
    Flow run(long[] cells);
}
